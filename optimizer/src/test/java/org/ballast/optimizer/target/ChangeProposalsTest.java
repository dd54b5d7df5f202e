package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeProposalsTest {
    private static final int DRAWS = 5000;

    private static TargetAssignment assignment() {
        ClusterState state = new SmallCluster()
                .node()
                .node()
                .node()
                .node()
                .drbd(0, 1)
                .drbd(2, 3)
                .single(0, i -> {})
                .as(ClusterState::new);
        return new TargetAssignment(state, new int[] {0}, TargetRules.USUAL);
    }

    @Test
    void everyPlacementOfEveryInstanceIsProposed() {
        TargetAssignment assignment = assignment();
        ChangeProposals proposals = new ChangeProposals(assignment, new SplittableRandom(1));
        Set<String> drawn = new HashSet<>();
        for (int k = 0; k < DRAWS; k++) {
            if (proposals.propose()) {
                drawn.add(proposals.instance() + ":" + proposals.primary() + ":" + proposals.secondary());
            }
        }
        // Two mirrored instances with twelve pairs of nodes each, one without a mirror; less where they are.
        assertThat(drawn).hasSize(2 * (4 * 3 - 1) + (4 - 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void proposalsChangePlacementsOfMovableInstancesOnly(long seed) {
        TargetAssignment assignment = assignment();
        SplittableRandom random = new SplittableRandom(seed);
        ChangeProposals proposals = new ChangeProposals(assignment, random);
        int answers = 0;
        for (int k = 0; k < DRAWS; k++) {
            if (!proposals.propose()) {
                continue;
            }
            int i = proposals.instance();
            assertReal(assignment, proposals);
            Placement old = new Placement(assignment.primary(i), assignment.secondary(i));
            assignment.place(i, proposals.primary(), proposals.secondary());
            if (proposals.proposeSecond(i, old.primary(), old.secondary())) {
                assertThat(proposals.instance()).isNotEqualTo(i);
                assertReal(assignment, proposals);
                answers++;
            }
            if (k % 2 == 0) {
                assignment.place(i, old.primary(), old.secondary());
            }
        }
        assertThat(answers).isGreaterThan(DRAWS / 10);
    }

    private static void assertReal(TargetAssignment assignment, ChangeProposals proposals) {
        int i = proposals.instance();
        assertThat(assignment.isMovable(i)).isTrue();
        assertThat(proposals.primary()).isNotEqualTo(proposals.secondary()).isBetween(0, 3);
        assertThat(proposals.secondary() != Placement.NONE).isEqualTo(assignment.hasSecondary(i));
        assertThat(proposals.primary() == assignment.primary(i) && proposals.secondary() == assignment.secondary(i))
                .isFalse();
    }
}
