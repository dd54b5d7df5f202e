package org.ballast.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalsTest {
    private static final int DRAWS = 5000;

    private static Draft draft() {
        ClusterState state = new SmallCluster()
                .node()
                .node()
                .node()
                .node()
                .drbd(0, 1)
                .drbd(2, 3)
                .single(0, i -> {})
                .state();
        return new Draft(state, new int[] {0}, TargetRules.USUAL);
    }

    @Test
    void everyPlaceOfEveryInstanceIsDrawn() {
        Draft draft = draft();
        Proposals proposals = new Proposals(draft, new SplittableRandom(1));
        Set<String> drawn = new HashSet<>();
        for (int k = 0; k < DRAWS; k++) {
            if (proposals.any()) {
                drawn.add(proposals.instance() + ":" + proposals.primary() + ":" + proposals.secondary());
            }
        }
        // Two mirrored instances with twelve pairs of nodes each, one without a mirror; less where they are.
        assertThat(drawn).hasSize(2 * (4 * 3 - 1) + (4 - 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void proposalsAndAnswersAreRealChangesOfMovableInstances(long seed) {
        Draft draft = draft();
        SplittableRandom random = new SplittableRandom(seed);
        Proposals proposals = new Proposals(draft, random);
        int answers = 0;
        for (int k = 0; k < DRAWS; k++) {
            if (!proposals.any()) {
                continue;
            }
            int i = proposals.instance();
            assertReal(draft, proposals);
            Placement old = new Placement(draft.primary(i), draft.secondary(i));
            draft.place(i, proposals.primary(), proposals.secondary());
            if (proposals.answer(i, old.primary(), old.secondary())) {
                assertThat(proposals.instance()).isNotEqualTo(i);
                assertReal(draft, proposals);
                answers++;
            }
            if (k % 2 == 0) {
                draft.place(i, old.primary(), old.secondary());
            }
        }
        assertThat(answers).isGreaterThan(DRAWS / 10);
    }

    private static void assertReal(Draft draft, Proposals proposals) {
        int i = proposals.instance();
        assertThat(draft.isMovable(i)).isTrue();
        assertThat(proposals.primary()).isNotEqualTo(proposals.secondary()).isBetween(0, 3);
        assertThat(proposals.secondary() != Placement.NONE).isEqualTo(draft.hasSecondary(i));
        assertThat(proposals.primary() == draft.primary(i) && proposals.secondary() == draft.secondary(i))
                .isFalse();
    }
}
