package org.ballast.hail.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.ballast.hail.answer.Question;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.GroupOutcome;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;
import org.junit.jupiter.api.Test;

/** Explanations of random requests never contradict the replies. */
class ExplanationPropertiesTest {
    private static final long FIRST = Long.getLong("ballast.seed", 3_000_000);
    private static final long CASES = Long.getLong("ballast.cases", 600);

    private static final List<Asked> ALL = LongStream.range(FIRST, FIRST + CASES)
            .mapToObj(Asked::of)
            .flatMap(Optional::stream)
            .toList();

    private static void forAll(Consumer<Asked> check) {
        for (Asked asked : ALL) {
            try {
                check.accept(asked);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(asked + "\n" + ExplanationText.of(asked.explanation()), e);
            }
        }
    }

    @Test
    void refusalsHaveANearestMissOrAReason() {
        forAll(asked -> {
            for (InstanceFinding finding : asked.explanation().findings()) {
                if (!(finding instanceof InstanceFinding.Granted)) {
                    assertThat(finding.reason()).isNotBlank();
                }
                if (finding instanceof InstanceFinding.Denied denied
                        && denied.nearest().isEmpty()) {
                    assertThat(denied.groups())
                            .allSatisfy(group -> assertThat(group instanceof GroupFinding.Closed
                                            || group instanceof GroupFinding.SearchedGroup it
                                                    && it.barred().isPresent())
                                    .isTrue());
                }
            }
        });
    }

    @Test
    void findingsAgreeWithTheReply() {
        forAll(asked -> {
            List<String> granted = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (InstanceFinding finding : asked.explanation().findings()) {
                switch (finding) {
                    case InstanceFinding.Granted it -> granted.add(it.instance() + it.nodes());
                    case InstanceFinding.Denied _, InstanceFinding.NotSearched _, InstanceFinding.Blocked _ ->
                        others.add(finding.instance());
                }
            }
            switch (asked.answer().reply()) {
                case Reply.Refused _ -> assertThat(others).isNotEmpty();
                case Reply.Allocated allocated -> {
                    assertThat(granted)
                            .singleElement()
                            .asString()
                            .endsWith(allocated.nodes().toString());
                    assertThat(others).isEmpty();
                }
                case Reply.AllocatedSecondary _, Reply.Relocated _ ->
                    assertThat(others).isEmpty();
                case Reply.MultiAllocated several -> {
                    assertThat(granted)
                            .isEqualTo(several.allocated().stream()
                                    .map(each -> each.instance() + each.nodes())
                                    .toList());
                    assertThat(others)
                            .isEqualTo(several.failed().stream()
                                    .map(Reply.Failed::instance)
                                    .toList());
                }
                case Reply.Moves moves -> {
                    if (!asked.answer().relocations().isEmpty()) {
                        assertThat(granted)
                                .isEqualTo(moves.moved().stream()
                                        .map(each -> each.instance() + each.nodes())
                                        .toList());
                        assertThat(others)
                                .isEqualTo(moves.failed().stream()
                                        .map(Reply.Failed::instance)
                                        .toList());
                    }
                }
            }
        });
    }

    @Test
    void allNodesAreCounted() {
        forAll(asked -> groups(asked).forEach(group -> {
            for (RoleFinding role : group.roles()) {
                int refused = role.refused().stream()
                        .mapToInt(RoleFinding.Refused::nodes)
                        .sum();
                assertThat(role.willing() + refused).isEqualTo(role.asked());
            }
        }));
    }

    private static List<GroupFinding.SearchedGroup> groups(Asked asked) {
        List<GroupFinding.SearchedGroup> groups = new ArrayList<>();
        for (InstanceFinding finding : asked.explanation().findings()) {
            List<GroupFinding> all = switch (finding) {
                case InstanceFinding.Granted granted -> granted.groups();
                case InstanceFinding.Denied denied -> denied.groups();
                case InstanceFinding.NotSearched _, InstanceFinding.Blocked _ -> List.of();
            };
            for (GroupFinding each : all) {
                switch (each) {
                    case GroupFinding.SearchedGroup it -> groups.add(it);
                    case GroupFinding.Closed _ -> {}
                }
            }
        }
        return groups;
    }

    @Test
    void noNodeIsWillingToTakeARefusedMove() {
        forAll(asked -> {
            switch (asked.request()) {
                case Request.Relocate _, Request.NodeEvacuate _ ->
                    groups(asked).forEach(group -> {
                        RoleFinding last = group.roles().getLast();
                        assertThat(last.willing()).isZero();
                    });
                case Request.Allocate _,
                        Request.MultiAllocate _,
                        Request.ChangeGroup _,
                        Request.AllocateSecondary _ -> {}
            }
        });
    }

    @Test
    void countsOfNodesAgreeWithTheSearch() {
        forAll(asked -> {
            if (asked.request() instanceof Request.Allocate allocate
                    && allocate.group().isEmpty()
                    && allocate.restrictTo().isEmpty()) {
                Cluster cluster = asked.scenario().cluster();
                ClusterState state = new ClusterState(asked.scenario());
                GroupSearch search = new GroupSearch(
                        state,
                        asked.rules(),
                        Question.of(asked.scenario(), allocate).dedicated());
                int i = state.add(allocate.instance(), Utilisation.UNMEASURED);
                for (GroupOutcome outcome :
                        search.inAll(i, allocate.requiredNodes()).outcomes()) {
                    switch (outcome) {
                        case GroupOutcome.Searched(int group, Allocation allocation) ->
                            compare(
                                    groups(asked).stream()
                                            .filter(it -> it.group()
                                                    .equals(cluster.groups()
                                                            .get(group)
                                                            .name()))
                                            .findFirst()
                                            .orElseThrow(),
                                    allocation);
                        case GroupOutcome.Impossible _ -> {}
                    }
                }
            }
        });
    }

    private static void compare(GroupFinding.SearchedGroup group, Allocation allocation) {
        int redundancy = allocation.failures().getOrDefault(Verdict.REDUNDANCY, 0);
        int room = allocation.successes() + redundancy;
        assertThat(group.roles().stream().allMatch(role -> role.willing() > 0)).isEqualTo(room > 0);
        assertThat(group.capacity().map(GroupFinding.CapacityFinding::refused).orElse(0))
                .isEqualTo(redundancy);
        RoleFinding first = group.roles().getFirst();
        if (group.roles().size() == 1) {
            assertThat(first.willing()).isEqualTo(room);
            Map<Verdict, Integer> expected = new EnumMap<>(Verdict.class);
            expected.putAll(allocation.failures());
            expected.remove(Verdict.REDUNDANCY);
            Map<Verdict, Integer> counted = new EnumMap<>(Verdict.class);
            first.refused().forEach(each -> counted.merge(verdict(each.reason()), each.nodes(), Integer::sum));
            if (first.refused().stream().noneMatch(each -> each.reason() == ExclusionReason.POLICY)) {
                assertThat(counted).isEqualTo(expected);
            }
        }
    }

    private static Verdict verdict(ExclusionReason reason) {
        return switch (reason) {
            case MEMORY, FAILOVER_MEMORY, REDUNDANCY -> Verdict.MEMORY;
            case DISK, SPINDLE_USE, DISK_TEMPLATE, OFFLINE, POLICY -> Verdict.DISK;
            case SPINDLES -> Verdict.SPINDLES;
            case VCPUS -> Verdict.VCPUS;
            case EXCLUSION_TAG, RULE -> Verdict.EXCLUSION_TAG;
            case MIGRATION_TAG -> Verdict.MIGRATION_TAG;
            case NO_FIGURES -> Verdict.VCPUS;
        };
    }
}
