package org.ballast.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.checker.PlacementChecker;
import org.ballast.checker.Refusal;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.testkit.AllocatorCase;
import org.ballast.testkit.AllocatorRequest;
import org.ballast.testkit.JobChecker;
import org.ballast.testkit.Json;

/** Does what an allocator answered, and collects all that the checkers have against it. */
final class AnswerReplay {
    private final Cluster cluster;
    private final AllocatorRequest request;
    private final boolean softErrorsIgnored;
    private final boolean capacityChecked;
    private final Json answer;
    private final List<String> objections = new ArrayList<>();

    private AnswerReplay(AllocatorCase asked, List<String> options, Json answer) {
        cluster = asked.cluster();
        request = asked.request();
        softErrorsIgnored = options.contains("--ignore-soft-errors");
        capacityChecked = !options.contains("--no-capacity-checks");
        this.answer = answer;
    }

    /** Returns what is wrong with an answer. */
    static List<String> objections(AllocatorCase asked, List<String> options, Json answer) {
        AnswerReplay replay = new AnswerReplay(asked, options, answer);
        if (answer.at("success").equals(Json.of(true))) {
            replay.replay();
        }
        return replay.objections;
    }

    private void replay() {
        Json result = answer.at("result");
        switch (request) {
            case AllocatorRequest.Allocate(var wanted, var group, var restrictedTo) -> {
                PlacementChecker checker = new PlacementChecker(Scenario.of(cluster), softErrorsIgnored);
                place(checker, wanted.instance(), result, group);
                restrictedTo.ifPresent(nodes -> requireNamed(result, nodes));
                checkCapacity(checker, group);
            }
            case AllocatorRequest.MultiAllocate(var wanted, var group) -> {
                PlacementChecker checker = new PlacementChecker(Scenario.of(cluster), softErrorsIgnored);
                for (Json placed : result.elements().getFirst().elements()) {
                    String name = placed.elements().getFirst().text();
                    Instance instance = wanted.stream()
                            .map(AllocatorRequest.Wanted::instance)
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElseThrow();
                    place(checker, instance, placed.elements().getLast(), group);
                }
                if (!result.elements().getFirst().elements().isEmpty()) {
                    checkCapacity(checker, group);
                }
            }
            case AllocatorRequest.AllocateSecondary(int instance) -> {
                PlacementChecker checker = new PlacementChecker(Scenario.of(cluster), softErrorsIgnored);
                // Spare capacity is looked at as if there were no second copy: that says nothing.
                add(checker.mirror(instance, node(result)), checker.cluster());
            }
            case AllocatorRequest.Relocate(int instance, int _, List<Integer> _) -> {
                JobChecker checker = new JobChecker(Scenario.of(cluster), Set.of(), softErrorsIgnored);
                int node = node(result.elements().getFirst());
                boolean mirrored = cluster.instances().get(instance).template().hasSecondary();
                add(
                        checker.make(
                                mirrored
                                        ? new Move.ReplaceSecondary(instance, node)
                                        : new Move.FailoverToAny(instance, node)),
                        cluster);
            }
            case AllocatorRequest.Evacuate(List<Integer> instances, var mode) -> {
                JobChecker checker = new JobChecker(Scenario.of(cluster), Set.of(), softErrorsIgnored);
                runJobs(checker, result);
                for (int instance : Set.copyOf(instances)) {
                    if (isMoved(instance, result)) {
                        requireLeft(instance, checker.placement(instance), mode);
                    }
                }
            }
            case AllocatorRequest.ChangeGroup(List<Integer> instances, var targets) -> {
                Set<Integer> allowed = targets.isEmpty() ? everyGroup() : named(targets);
                instances.forEach(instance -> allowed.remove(groupOf(placement(instance))));
                // The jobs are planned without waivers, whatever the options.
                JobChecker checker = new JobChecker(Scenario.of(cluster), allowed, false);
                runJobs(checker, result);
                for (int instance : instances) {
                    if (isMoved(instance, result) && !allowed.contains(groupOf(checker.placement(instance)))) {
                        objections.add(name(instance) + " is not in one of the groups asked for");
                    }
                }
            }
        }
    }

    private void place(PlacementChecker checker, Instance instance, Json nodes, Optional<String> group) {
        List<Integer> indices = nodes.elements().stream().map(this::node).toList();
        Placement placement = indices.size() == 1
                ? Placement.on(indices.getFirst())
                : new Placement(indices.getFirst(), indices.get(1));
        add(checker.place(instance, placement), checker.cluster());
        if (!groups(group).contains(groupOf(placement))) {
            objections.add(instance.name() + " is in a group that takes no new instances, or was not asked for");
        }
    }

    /** Returns the groups that a new instance may go to. */
    private Set<Integer> groups(Optional<String> wanted) {
        return wanted.map(name -> named(List.of(name)))
                .orElseGet(() -> IntStream.range(0, cluster.groups().size())
                        .filter(index -> switch (cluster.groups().get(index).allocationPolicy()) {
                            case PREFERRED, LAST_RESORT -> true;
                            case UNALLOCABLE -> false;
                        })
                        .boxed()
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    private Set<Integer> named(List<String> names) {
        return IntStream.range(0, cluster.groups().size())
                .filter(index -> names.contains(cluster.groups().get(index).name())
                        || names.contains(cluster.groups().get(index).uuid()))
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<Integer> everyGroup() {
        return IntStream.range(0, cluster.groups().size()).boxed().collect(Collectors.toCollection(HashSet::new));
    }

    private void checkCapacity(PlacementChecker checker, Optional<String> group) {
        if (capacityChecked && !isDedicated(cluster, group)) {
            add(checker.stranded(groups(group)), checker.cluster());
        }
    }

    /**
     * Returns whether instances own spindles on all nodes that are considered, which a group's identity gives none of.
     */
    static boolean isDedicated(Cluster cluster, Optional<String> group) {
        return cluster.nodes().stream()
                .filter(node -> {
                    Group home = cluster.groups().get(node.group());
                    return group.map(home.name()::equals)
                            .orElse(home.allocationPolicy() != AllocationPolicy.UNALLOCABLE);
                })
                .allMatch(node -> node.spindles().exclusive());
    }

    private void requireNamed(Json nodes, List<String> allowed) {
        for (Json node : nodes.elements()) {
            if (!allowed.contains(node.text())) {
                objections.add(node.text() + " was not allowed");
            }
        }
    }

    private void runJobs(JobChecker checker, Json result) {
        List<Json> jobs = result.elements().get(2).elements();
        for (int i = 0; i < jobs.size(); i++) {
            for (Json opcode : jobs.get(i).elements()) {
                add(checker.make(move(opcode)), cluster);
            }
            Json moved = result.elements().getFirst().elements().get(i);
            int instance = instance(moved.elements().getFirst());
            List<Integer> nodes =
                    moved.elements().get(2).elements().stream().map(this::node).toList();
            Placement actual = checker.placement(instance);
            boolean agrees = nodes.getFirst() == actual.primary()
                    && (!actual.hasSecondary() || nodes.size() == 1 || nodes.get(1) == actual.secondary());
            if (!agrees) {
                objections.add(name(instance) + " is said to be on " + nodes + ", but is on " + actual);
            }
        }
    }

    private Move move(Json opcode) {
        int instance = instance(opcode.at("instance_name"));
        return switch (opcode.at("OP_ID").text()) {
            case "OP_INSTANCE_MIGRATE", "OP_INSTANCE_FAILOVER" ->
                target(opcode, "target_node").stream()
                        .<Move>mapToObj(node -> new Move.FailoverToAny(instance, node))
                        .findFirst()
                        .orElse(new Move.Failover(instance));
            case "OP_INSTANCE_REPLACE_DISKS" ->
                new Move.ReplaceSecondary(
                        instance, target(opcode, "remote_node").orElseThrow());
            default -> throw new IllegalArgumentException("no move: " + opcode.write());
        };
    }

    private OptionalInt target(Json opcode, String field) {
        Optional<Json> name = switch (opcode) {
            case Json.Struct struct -> struct.get(field);
            case Json.Array _, Json.Text _, Json.Literal _ -> Optional.empty();
        };
        return name.map(this::node).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private boolean isMoved(int instance, Json result) {
        return result.elements().getFirst().elements().stream()
                .anyMatch(moved -> moved.elements().getFirst().text().equals(name(instance)));
    }

    private void requireLeft(int instance, Placement now, EvacuationMode mode) {
        Placement before = placement(instance);
        boolean left = switch (mode) {
            case PRIMARY_ONLY -> now.primary() != before.primary();
            case SECONDARY_ONLY -> now.secondary() != before.secondary();
            case ALL ->
                now.primary() != before.primary()
                        && (cluster.instances().get(instance).template() != DiskTemplate.DRBD
                                || (now.secondary() != before.secondary()
                                        && now.primary() != before.secondary()
                                        && now.secondary() != before.primary()));
        };
        if (!left) {
            objections.add(name(instance) + " has not left " + before + " but is on " + now);
        }
    }

    private void add(List<Refusal> refusals, Cluster described) {
        refusals.forEach(refusal -> objections.add(refusal.describe(described)));
    }

    private Placement placement(int instance) {
        return cluster.instances().get(instance).placement();
    }

    private int groupOf(Placement placement) {
        return cluster.nodes().get(placement.primary()).group();
    }

    private String name(int instance) {
        return cluster.instances().get(instance).name();
    }

    private int instance(Json name) {
        return IntStream.range(0, cluster.instances().size())
                .filter(index -> name(index).equals(name.text()))
                .findFirst()
                .orElseThrow();
    }

    private int node(Json name) {
        return IntStream.range(0, cluster.nodes().size())
                .filter(index -> cluster.nodes().get(index).name().equals(name.text()))
                .findFirst()
                .orElseThrow();
    }
}
