package org.ballast.capacity.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.StandardFill;
import org.ballast.checker.PlacementChecker;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;
import org.junit.jupiter.api.Test;

class MixFillTest {
    private static final OptionalLong ALL = OptionalLong.empty();

    private final Scenario scenario = Scenario.of(cluster());
    private final ClusterState state = new ClusterState(scenario);

    /** Four nodes of 16 GiB memory and 200 GiB disk. */
    private static Cluster cluster() {
        Group group =
                new Group("group-01", "uuid", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT);
        List<Node> nodes = IntStream.rangeClosed(1, 4)
                .mapToObj(n -> new Node(
                        "node-" + n,
                        0,
                        NodeRole.NORMAL,
                        new Node.Memory(16_384, 0, 16_384),
                        new Node.Disk(204_800, 204_800),
                        new Node.Cpus(32, 1, 1),
                        new Node.Spindles(8, 0, false),
                        List.of()))
                .toList();
        return new Cluster(List.of(group), nodes, List.of(), List.of(), InstancePolicy.DEFAULT);
    }

    private static Flavour flavour(String name, long weight, long memory) {
        return new Flavour(
                name, weight, new InstanceShape(new InstanceShape.Size(memory, 4096, 1, 1), DiskTemplate.DRBD, 1));
    }

    private MixFilling fill(List<Flavour> flavours, OptionalLong limit) {
        CandidateNodes candidateNodes = CandidateNodes.survey(state, CapacityRules.STRICT);
        return MixFill.fill(state, candidateNodes, flavours, limit, placed -> {}, () -> false);
    }

    @Test
    void flavoursAlternateAsEvenlyAsTheirWeightsAllow() {
        MixFilling filling =
                fill(List.of(flavour("a", 50, 512), flavour("b", 10, 512), flavour("c", 10, 512)), OptionalLong.of(14));

        assertThat(filling.placed().stream().map(MixFilling.Placed::flavour))
                .containsExactly(0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 0, 2, 0, 0);
        assertThat(filling.wholeMixes()).isEqualTo(2);
        assertThat(filling.stages()).isEmpty();
    }

    @Test
    void fillingContinuesWithoutAFlavourThatNoLongerFits() {
        MixFilling filling = fill(List.of(flavour("large", 1, 4096), flavour("small", 2, 512)), ALL);

        assertThat(filling.stages()).extracting(MixFilling.Stage::flavour).containsExactly(0, 1);
        MixFilling.Stage first = filling.stages().getFirst();
        assertThat(first.counts().getFirst()).isEqualTo(filling.counts().getFirst());
        assertThat(first.total()).isLessThan(filling.placed().size());
        assertThat(first.failures()).containsKey(Verdict.MEMORY);
        assertThat(filling.stages().getLast().counts()).isEqualTo(filling.counts());
        assertThat(filling.wholeMixes())
                .isEqualTo(Math.min(first.counts().getFirst(), first.counts().getLast() / 2))
                .isPositive();
        PlacementChecker checker = new PlacementChecker(scenario, false);
        for (MixFilling.Placed each : filling.placed()) {
            assertThat(checker.place(state.instance(each.instance()), state.placement(each.instance())))
                    .isEmpty();
        }
    }

    @Test
    void oneFlavourFillsAsTheStandardFilling() {
        Flavour only = flavour("only", 7, 1024);
        ClusterState other = new ClusterState(scenario);
        FillResult standard = StandardFill.fill(
                other, CandidateNodes.survey(other, CapacityRules.STRICT), only.shape(), ALL, placed -> {});

        MixFilling filling = fill(List.of(only), ALL);

        assertThat(filling.placed()).hasSameSizeAs(standard.placed());
        assertThat(filling.wholeMixes()).isEqualTo(standard.placed().size());
        assertThat(filling.stages().getFirst().failures()).isEqualTo(standard.failures());
    }

    @Test
    void flavoursThatFitNowhereAreLeftOutAtOnce() {
        MixFilling filling = fill(List.of(flavour("small", 1, 512), flavour("huge", 1, 32_000)), ALL);

        assertThat(filling.stages().getFirst().flavour()).isEqualTo(1);
        assertThat(filling.wholeMixes()).isZero();
        assertThat(filling.counts().getFirst()).isPositive();
    }

    @Test
    void fillingEndsWhenItIsCancelled() {
        AtomicInteger count = new AtomicInteger();
        MixFilling filling = MixFill.fill(
                state,
                CandidateNodes.survey(state, CapacityRules.STRICT),
                List.of(flavour("a", 1, 512)),
                ALL,
                count::set,
                () -> count.get() == 3);

        assertThat(filling.counts()).containsExactly(3);
    }

    @Test
    void weightsOutOfRangeAreRejected() {
        assertThatThrownBy(() -> flavour("none", 0, 512))
                .hasMessageContaining("none")
                .hasMessageContaining("found 0");
    }
}
