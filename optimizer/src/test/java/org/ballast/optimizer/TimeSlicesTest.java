package org.ballast.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSlicesTest {
    private static List<Double> rest(TimeSlices timeSlices) {
        List<Double> rest = new ArrayList<>();
        while (timeSlices.hasNext()) {
            rest.add(timeSlices.next());
        }
        return rest;
    }

    @Test
    void theLongSearchFollowsOneWhoseTargetWasReached() {
        TimeSlices timeSlices = TimeSlices.usual();
        assertThat(timeSlices.next()).isLessThan(0.2);
        timeSlices.arrived();
        assertThat(timeSlices.next()).isGreaterThan(0.5);
        timeSlices.arrived();
        assertThat(rest(timeSlices)).hasSize(5);
    }

    @Test
    void shortSearchesComeBeforeLongOnes() {
        List<Double> all = rest(TimeSlices.usual());
        assertThat(all.subList(0, 3)).allMatch(share -> share < 0.2);
        assertThat(all.get(3)).isGreaterThan(0.5);
    }

    @Test
    void largeClustersAreSearchedOnceIfTheTargetIsReached() {
        TimeSlices timeSlices = TimeSlices.large();
        assertThat(timeSlices.next()).isGreaterThan(0.9);
        timeSlices.arrived();
        assertThat(timeSlices.hasNext()).isFalse();
    }
}
