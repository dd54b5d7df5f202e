package org.ballast.planner.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static List<Double> rest(Shares shares) {
        List<Double> rest = new ArrayList<>();
        while (shares.hasNext()) {
            rest.add(shares.next());
        }
        return rest;
    }

    @Test
    void whereEverythingArrivesTheLongSearchComesNext() {
        Shares shares = Shares.usual();
        assertThat(shares.next()).isLessThan(0.2);
        shares.arrived();
        assertThat(shares.next()).isGreaterThan(0.5);
        shares.arrived();
        assertThat(rest(shares)).hasSize(5);
    }

    @Test
    void shortSearchesComeFirst() {
        List<Double> all = rest(Shares.usual());
        assertThat(all.subList(0, 3)).allMatch(share -> share < 0.2);
        assertThat(all.get(3)).isGreaterThan(0.5);
    }

    @Test
    void largeClustersAreSearchedOnceIfEverythingArrives() {
        Shares shares = Shares.large();
        assertThat(shares.next()).isGreaterThan(0.9);
        shares.arrived();
        assertThat(shares.hasNext()).isFalse();
    }
}
