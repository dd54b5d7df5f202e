package org.ballast.planner.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerListTest {
    private final PeerList peers = new PeerList();

    private static List<String> entries(PeerList peers) {
        List<String> entries = new ArrayList<>();
        for (int k = 0; k < peers.size(); k++) {
            entries.add(peers.node(k) + "=" + peers.memory(k));
        }
        return entries;
    }

    @Test
    void nothingIsNeededAtFirst() {
        assertThat(entries(peers)).isEmpty();
        assertThat(peers.largest()).isZero();
        assertThat(peers.sum()).isZero();
        assertThat(peers.of(0)).isZero();
    }

    @Test
    void theLargestNeedComesFirst() {
        peers.set(1, 100);
        peers.set(2, 300);
        peers.set(3, 200);

        assertThat(entries(peers)).containsExactly("2=300", "3=200", "1=100");
        assertThat(peers.largest()).isEqualTo(300);
        assertThat(peers.sum()).isEqualTo(600);
        assertThat(peers.of(3)).isEqualTo(200);
        assertThat(peers.of(4)).isZero();
    }

    @Test
    void amongEqualsTheOneThatChangedLastComesFirst() {
        peers.set(1, 100);
        peers.set(2, 100);
        peers.set(3, 100);
        assertThat(entries(peers)).containsExactly("3=100", "2=100", "1=100");

        peers.set(1, 100);
        assertThat(entries(peers)).as("set to what it was").containsExactly("1=100", "3=100", "2=100");

        peers.set(4, 200);
        peers.set(4, 100);
        assertThat(entries(peers)).as("come down").containsExactly("4=100", "1=100", "3=100", "2=100");

        peers.set(5, 50);
        peers.set(5, 100);
        assertThat(entries(peers)).as("gone up").containsExactly("5=100", "4=100", "1=100", "3=100", "2=100");
    }

    @Test
    void aNodeHasOneNeed() {
        peers.set(1, 100);
        peers.set(2, 200);
        peers.set(1, 300);
        peers.set(2, 50);

        assertThat(entries(peers)).containsExactly("1=300", "2=50");
    }

    @Test
    void zeroIsANeedAsWellUntilItIsRemoved() {
        peers.set(1, 0);
        peers.set(2, 10);
        assertThat(entries(peers)).containsExactly("2=10", "1=0");

        peers.remove(2);
        assertThat(entries(peers)).containsExactly("1=0");
        peers.remove(2);
        peers.remove(1);
        assertThat(entries(peers)).isEmpty();
    }

    @Test
    void removalKeepsTheOrderOfTheOthers() {
        for (int node = 0; node < 10; node++) {
            peers.set(node, node / 5);
        }
        peers.remove(9);
        peers.remove(6);
        peers.remove(0);

        assertThat(entries(peers)).containsExactly("8=1", "7=1", "5=1", "4=0", "3=0", "2=0", "1=0");
    }

    @Test
    void copiesAreIndependent() {
        peers.set(1, 100);
        peers.set(2, 200);
        PeerList copy = new PeerList();
        copy.set(9, 900);
        copy.copyFrom(peers);
        peers.remove(2);
        copy.set(3, 150);

        assertThat(entries(peers)).containsExactly("1=100");
        assertThat(entries(copy)).containsExactly("2=200", "3=150", "1=100");
    }
}
