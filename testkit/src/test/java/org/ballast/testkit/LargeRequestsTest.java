package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.testkit.LargeRequests.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeRequestsTest {
    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameRequest(Kind kind) {
        assertThat(LargeRequests.of(kind, 20, 3)).isEqualTo(LargeRequests.of(kind, 20, 3));
        assertThat(LargeRequests.of(kind, 20, 3)).isNotEqualTo(LargeRequests.of(kind, 20, 4));
    }

    @Test
    void roomyClustersHaveFiveInstancesANode() {
        Cluster cluster = LargeRequests.of(Kind.ROOMY, 30, 1).cluster();
        assertThat(cluster.instances()).hasSize(150);
        for (int node = 0; node < 30; node++) {
            int here = node;
            assertThat(cluster.instances())
                    .filteredOn(instance -> instance.placement().primary() == here)
                    .hasSize(5);
        }
    }

    @Test
    void noTwoInstancesHaveTheSameNodes() {
        Set<Placement> pairs = new HashSet<>();
        for (Instance instance : LargeRequests.of(Kind.FULL, 11, 1).cluster().instances()) {
            assertThat(pairs.add(instance.placement())).isTrue();
        }
    }

    /** Fractions are rare, and reading the first one takes longer than all the rest of a small document. */
    @ParameterizedTest
    @EnumSource
    void sizesAreWholeNumbers(Kind kind) {
        String document = LargeRequests.of(kind, 20, 1).document().write();
        assertThat(Pattern.compile("(memory|disk|size|cpus)\": [0-9]+\\.")
                        .matcher(document)
                        .results())
                .isEmpty();
    }

    @Test
    void exposedClustersDifferFromFullOnesInOneNode() {
        Cluster full = LargeRequests.of(Kind.FULL, 40, 1).cluster();
        Cluster exposed = LargeRequests.of(Kind.EXPOSED, 40, 1).cluster();
        assertThat(exposed.instances()).isEqualTo(full.instances());
        assertThat(exposed.nodes())
                .filteredOn(node -> !full.nodes().contains(node))
                .singleElement()
                .extracting(node -> node.memory().free())
                .isEqualTo(0L);
    }

    @Test
    void tooFewNodesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargeRequests.of(Kind.FULL, 10, 1))
                .withMessage("cannot give 10 partners to each of 10 nodes");
    }
}
