package org.ballast.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;

/** The rules of moves that have nothing to do with the room of nodes. */
final class StepRules {
    private final Scenario scenario;
    private final CheckedCluster cluster;
    private final Allowance allowance;

    StepRules(Scenario scenario, CheckedCluster cluster) {
        this(scenario, cluster, Allowance.NONE);
    }

    StepRules(Scenario scenario, CheckedCluster cluster, Allowance allowance) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.allowance = allowance;
    }

    /** Returns why the step makes no sense at this point, so that it cannot even be tried. */
    Optional<Refusal> nonsense(Plan.Step step) {
        Move move = step.move();
        int instance = move.instance();
        List<Instance> instances = scenario.cluster().instances();
        if (instance < 0 || instance >= instances.size()) {
            return Optional.of(new MoveRefusal.UnknownInstance(instance));
        }
        Placement actual = cluster.placement(instance);
        if (!step.from().equals(actual)) {
            return Optional.of(new MoveRefusal.Misplaced(instance, step.from(), actual));
        }
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
        if (!isMovable(instance)) {
            refusals.add(new MoveRefusal.Unmovable(instance));
        }
        if (move instanceof Move.OfflineMove && nodes.get(from.primary()).isOffline()) {
            refusals.add(new MoveRefusal.OfflineSource(instance, from.primary()));
        }
        for (int taker : takers(move, from)) {
            if (nodes.get(taker).isOffline()) {
                refusals.add(new MoveRefusal.OfflineTarget(instance, taker));
            }
            if (!allowance.otherGroups()
                    && nodes.get(taker).group() != nodes.get(from.primary()).group()) {
                refusals.add(new MoveRefusal.OtherGroup(instance, taker));
            }
        }
        return refusals;
    }

    private boolean isMovable(int instance) {
        return scenario.isMovable(instance) || (allowance.offlineMoves() && scenario.isMovableOffline(instance));
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
