package org.ballast.planner.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GanetiNumberingTest {
    @Test
    void indicesAreTheUsualNumbers() {
        assertThat(GanetiNumbering.PLAIN.node(3)).isEqualTo(3);
        assertThat(GanetiNumbering.PLAIN.instance(3)).isEqualTo(3);
        assertThat(GanetiNumbering.PLAIN.mistakes(3)).isFalse();
    }

    @Test
    void simulatedNodesAreCountedFromOne() {
        assertThat(GanetiNumbering.SIMULATED.node(0)).isEqualTo(1);
        assertThat(GanetiNumbering.SIMULATED.instance(0)).isZero();
    }

    @Test
    void onlyTheInstanceWithAnotherNumberIsMistaken() {
        GanetiNumbering numbering = GanetiNumbering.SIMULATED.withInstancesOf(GanetiNumbering.of(7, 2));

        assertThat(numbering.instance(7)).isEqualTo(2);
        assertThat(numbering.mistakes(7)).isTrue();
        assertThat(numbering.instance(2)).isEqualTo(2);
        assertThat(numbering.mistakes(2)).isFalse();
        assertThat(numbering.node(7)).isEqualTo(8);
    }
}
