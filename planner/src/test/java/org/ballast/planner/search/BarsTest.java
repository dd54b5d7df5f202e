package org.ballast.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.ballast.model.Placement;
import org.ballast.planner.state.SmallCluster;
import org.junit.jupiter.api.Test;

class BarsTest {
    /** Instance 0 runs on node 1 with its secondary on node 2; instance 1 runs on node 3 alone. */
    private final Bars bars = new Bars(new SmallCluster()
            .node()
            .node()
            .node()
            .node()
            .drbd(1, 2)
            .single(3, instance -> {})
            .state());

    @Test
    void aPlaceThatFailedIsForbiddenToItsInstance() {
        bars.add(0, new Placement(5, 2));
        assertThat(bars.forbid(0, 5, 2)).isTrue();
        assertThat(bars.forbid(0, 6, 2)).isFalse();
        assertThat(bars.forbid(1, 5, 2)).isFalse();
    }

    @Test
    void aWayThatFailedTwiceIsForbidden() {
        bars.add(0, new Placement(5, 2));
        bars.add(0, new Placement(6, 2));
        assertThat(bars.forbid(0, 7, 2)).isTrue();
        assertThat(bars.forbid(0, 7, 8)).isFalse();
        assertThat(bars.forbid(0, 2, 1)).isFalse();
        assertThat(bars.forbid(0, 1, 7)).isFalse();
    }

    @Test
    void differentWaysDoNotAddUp() {
        bars.add(0, new Placement(5, 2));
        bars.add(0, new Placement(5, 1));
        assertThat(bars.forbid(0, 6, 2)).isFalse();
        assertThat(bars.forbid(0, 6, 1)).isFalse();
    }

    @Test
    void anInstanceWithoutAMirrorKeepsAllOtherPlaces() {
        bars.add(1, new Placement(5, Placement.NONE));
        bars.add(1, new Placement(6, Placement.NONE));
        assertThat(bars.forbid(1, 6, Placement.NONE)).isTrue();
        assertThat(bars.forbid(1, 7, Placement.NONE)).isFalse();
    }
}
