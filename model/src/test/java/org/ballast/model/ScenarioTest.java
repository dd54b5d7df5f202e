package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.ballast.model.Samples.InstanceDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioTest {
    private static final List<Integer> TWO_NODES_AND_ONE_ELSEWHERE = List.of(0, 0, 1);

    private static Scenario with(Consumer<InstanceDraft> change) {
        return Scenario.of(Samples.cluster(TWO_NODES_AND_ONE_ELSEWHERE, Samples.instance(change)));
    }

    private static boolean isMovable(Consumer<InstanceDraft> change) {
        return with(change).isMovable(0);
    }

    @ParameterizedTest
    @EnumSource
    void diskTemplateDecidesWhetherAnInstanceMayMove(DiskTemplate template) {
        Set<DiskTemplate> movable = EnumSet.of(
                DiskTemplate.SHARED_FILE,
                DiskTemplate.BLOCK,
                DiskTemplate.DRBD,
                DiskTemplate.RBD,
                DiskTemplate.EXT,
                DiskTemplate.GLUSTER);

        assertThat(isMovable(draft -> {
                    draft.template = template;
                    draft.placement = template.hasSecondary() ? new Placement(0, 1) : Placement.on(0);
                }))
                .isEqualTo(movable.contains(template));
    }

    @ParameterizedTest
    @EnumSource
    void instancesOfAnyStatusMayMove(InstanceStatus status) {
        assertThat(isMovable(draft -> draft.status = status)).isTrue();
    }

    @Test
    void instancesWithoutAutoBalanceDoNotMove() {
        assertThat(isMovable(draft -> draft.autoBalance = false)).isFalse();
    }

    @Test
    void instancesOfTwoGroupsDoNotMove() {
        assertThat(isMovable(draft -> draft.placement = new Placement(0, 2))).isFalse();
        assertThat(isMovable(draft -> draft.placement = new Placement(2, 1))).isFalse();
    }

    @Test
    void instancesWithBothCopiesOnOneNodeDoNotMove() {
        assertThat(isMovable(draft -> draft.placement = new Placement(1, 1))).isFalse();
    }

    @Test
    void usersMayPinInstances() {
        Instance plain = Samples.instance(draft -> {});
        Scenario free = Scenario.of(Samples.cluster(TWO_NODES_AND_ONE_ELSEWHERE, plain, plain));
        Scenario pinned = new Scenario(free.cluster(), free.tags(), free.utilisation(), Set.of(1), free.limits());

        assertThat(free.isMovable(1)).isTrue();
        assertThat(pinned.isMovable(1)).isFalse();
        assertThat(pinned.isMovable(0)).isTrue();
    }

    @Test
    void nodesThatTheUserNamesAreOfflineAsWell() {
        Scenario once = with(draft -> {}).withOffline(List.of(1, 1));
        Scenario twice = once.withOffline(Set.of(2));

        assertThat(once.cluster().nodes()).extracting(Node::isOffline).containsExactly(false, true, false);
        assertThat(twice.cluster().nodes()).extracting(Node::isOffline).containsExactly(false, true, true);
        assertThat(once.cluster().nodes().get(1))
                .isEqualTo(Samples.node("node1", 0).withRole(NodeRole.OFFLINE));
    }

    @Test
    void withOfflineKeepsEverythingElse() {
        Scenario plain = with(draft -> draft.tags = List.of("dns:a"));
        Scenario full = new Scenario(
                plain.cluster(),
                TagRules.of(List.of("htools:iextags:dns")),
                List.of(Utilisation.NONE),
                Set.of(0),
                new Scenario.FillLimits(OptionalDouble.of(7), 0.5));
        Scenario changed = full.withOffline(List.of(0));

        assertThat(changed)
                .isEqualTo(
                        new Scenario(changed.cluster(), full.tags(), full.utilisation(), full.pinned(), full.limits()));
        assertThat(changed.cluster())
                .isEqualTo(full.cluster().withNodes(changed.cluster().nodes()));
        assertThat(full.withOffline(List.of())).isEqualTo(full);
    }

    @Test
    void theCpuRatioIsThatOfTheNodesGroupUnlessTheUserGivesOne() {
        Scenario policy = with(draft -> {});
        Scenario limited = new Scenario(
                policy.cluster(),
                policy.tags(),
                policy.utilisation(),
                policy.pinned(),
                new Scenario.FillLimits(OptionalDouble.of(1.5), 0));

        assertThat(policy.cluster().nodes()).extracting(policy::maxVcpuRatio).containsExactly(2.0, 2.0, 3.0);
        assertThat(policy.cluster().nodes()).extracting(limited::maxVcpuRatio).containsExactly(1.5, 1.5, 1.5);
    }

    @Test
    void aPlainScenarioHasNoLoadPinsOrLimits() {
        Scenario plain = with(draft -> {});

        assertThat(plain.utilisation()).containsExactly(Utilisation.UNMEASURED);
        assertThat(plain.pinned()).isEmpty();
        assertThat(plain.limits()).isEqualTo(new Scenario.FillLimits(OptionalDouble.empty(), 0));
    }

    @Test
    void exclusionTagsComeFromTheTagsOfTheCluster() {
        Cluster cluster = Samples.cluster(List.of(0, 0), Samples.taggedInstance("dns:a"));
        Cluster tagged = new Cluster(
                cluster.groups(),
                cluster.nodes(),
                cluster.instances(),
                List.of("htools:iextags:dns"),
                cluster.policy());

        assertThat(Scenario.of(tagged).tags().exclusionTags(tagged.instances().getFirst()))
                .containsExactly("dns:a");
    }

    @Test
    void rejectsALoadThatIsNotThatOfTheInstances() {
        Scenario plain = with(draft -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Scenario(plain.cluster(), plain.tags(), List.of(), plain.pinned(), plain.limits()))
                .withMessage("utilisation of 0 instances given, but there are 1");
    }
}
