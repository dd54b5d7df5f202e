package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;

/** The rules of moves that do not depend on the room of nodes. */
final class StepRules {
    private final Scenario scenario;
    private final CheckedCluster cluster;
    private final Set<Integer> groups;
    private final Allowance allowance;

    /**
     * Prepares rules for one moment of a plan.
     *
     * @param groups the groups whose instances may move
     */
    StepRules(Scenario scenario, CheckedCluster cluster, Set<Integer> groups, Allowance allowance) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.groups = groups;
        this.allowance = allowance;
    }

    /** Returns why the step makes no sense at this point, so that it cannot even be tried. */
    Optional<Refusal> nonsense(Plan.Step step) {
        int instance = step.move().instance();
        if (isKnown(instance) && !step.from().equals(cluster.placement(instance))) {
            return Optional.of(new MoveRefusal.Misplaced(instance, step.from(), cluster.placement(instance)));
        }
        return nonsense(step.move());
    }

    private boolean isKnown(int instance) {
        return instance >= 0 && instance < scenario.cluster().instances().size();
    }

    /** Returns why the move makes no sense at this point, wherever a plan believes its instance to be. */
    Optional<Refusal> nonsense(Move move) {
        int instance = move.instance();
        if (!isKnown(instance)) {
            return Optional.of(new MoveRefusal.UnknownInstance(instance));
        }
        Placement actual = cluster.placement(instance);
        List<Instance> instances = scenario.cluster().instances();
        DiskTemplate template = instances.get(instance).template();
        if (template.mirroring() != neededMirroring(move)) {
            return Optional.of(new MoveRefusal.WrongKind(instance, template, move.kind()));
        }
        if (template.hasSecondary() && !actual.hasSecondary()) {
            return Optional.of(new MoveRefusal.NoSecondary(instance));
        }
        OptionalInt target = target(move);
        return target.isPresent() ? nonsensicalTarget(instance, target.getAsInt()) : Optional.empty();
    }

    private Optional<Refusal> nonsensicalTarget(int instance, int target) {
        if (target < 0 || target >= scenario.cluster().nodes().size()) {
            return Optional.of(new MoveRefusal.UnknownNode(instance, target));
        }
        Placement actual = cluster.placement(instance);
        if (target == actual.primary() || target == actual.secondary()) {
            return Optional.of(new MoveRefusal.AlreadyThere(instance, target));
        }
        return Optional.empty();
    }

    /** Returns which rules forbid the move, which must not be {@link #nonsense}. */
    List<MoveRefusal> forbidden(Move move) {
        int instance = move.instance();
        List<Node> nodes = scenario.cluster().nodes();
        Placement from = cluster.placement(instance);
        List<MoveRefusal> refusals = new ArrayList<>();
        Permission permission = new Permission(scenario, groups, allowance);
        for (Prohibition prohibition : permission.prohibitions(move, from)) {
            refusals.add(new MoveRefusal.Prohibited(instance, prohibition));
        }
        if (move instanceof Move.OfflineMove && nodes.get(from.primary()).isOffline()) {
            refusals.add(new MoveRefusal.OfflineSource(instance, from.primary()));
        }
        for (int taker : takers(move, from)) {
            if (nodes.get(taker).isOffline()) {
                refusals.add(new MoveRefusal.OfflineTarget(instance, taker));
            }
            int group = nodes.get(taker).group();
            boolean isOwn = group == nodes.get(from.primary()).group();
            if (!isOwn && !(allowance.otherGroups() && groups.contains(group))) {
                refusals.add(new MoveRefusal.OtherGroup(instance, taker));
            }
        }
        return refusals;
    }

    private static DiskTemplate.Mirroring neededMirroring(Move move) {
        return switch (move) {
            case Move.FailoverToAny any -> DiskTemplate.Mirroring.EXTERNAL;
            case Move.OfflineMove offline -> DiskTemplate.Mirroring.NONE;
            case Move.Failover failover -> DiskTemplate.Mirroring.INTERNAL;
            case Move.ReplacePrimary replace -> DiskTemplate.Mirroring.INTERNAL;
            case Move.ReplaceSecondary replace -> DiskTemplate.Mirroring.INTERNAL;
            case Move.ReplaceAndFailover replace -> DiskTemplate.Mirroring.INTERNAL;
            case Move.FailoverAndReplace failover -> DiskTemplate.Mirroring.INTERNAL;
        };
    }

    private static OptionalInt target(Move move) {
        return switch (move) {
            case Move.Failover failover -> OptionalInt.empty();
            case Move.FailoverToAny any -> OptionalInt.of(any.target());
            case Move.OfflineMove offline -> OptionalInt.of(offline.target());
            case Move.ReplacePrimary replace -> OptionalInt.of(replace.target());
            case Move.ReplaceSecondary replace -> OptionalInt.of(replace.target());
            case Move.ReplaceAndFailover replace -> OptionalInt.of(replace.target());
            case Move.FailoverAndReplace failover -> OptionalInt.of(failover.target());
        };
    }

    /** Returns the nodes that start to run the instance, be it in between, or that get a new copy of its disks. */
    private static List<Integer> takers(Move move, Placement from) {
        return switch (move) {
            case Move.Failover failover -> List.of(from.secondary());
            case Move.FailoverToAny any -> List.of(any.target());
            case Move.OfflineMove offline -> List.of(offline.target());
            case Move.ReplacePrimary replace -> List.of(from.secondary(), replace.target());
            case Move.ReplaceSecondary replace -> List.of(replace.target());
            case Move.ReplaceAndFailover replace -> List.of(replace.target());
            case Move.FailoverAndReplace failover -> List.of(from.secondary(), failover.target());
        };
    }
}
