package org.ballast.hbal.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.cli.text.ShortNames;
import org.ballast.mobility.Immobility;
import org.ballast.mobility.MobilitySurvey;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.planner.state.ClusterState;

/**
 * An instance that is still on an offline node when a plan is done.
 *
 * @param instance its index
 * @param nodes indices of its offline nodes
 * @param cannotMove why it cannot move; empty if it could
 * @param stoppedBy what ended the plan, and so is the reason if the instance could move
 * @param hasScore whether the score has a value, without which no move is better than another
 */
public record StrandedInstance(
        int instance,
        List<Integer> nodes,
        Optional<Immobility> cannotMove,
        Plan.StopReason stoppedBy,
        boolean hasScore) {
    /** Copies the list. */
    public StrandedInstance {
        nodes = List.copyOf(nodes);
    }

    /**
     * Finds out why instances stay.
     *
     * @param instances indices of those that are {@linkplain #on on offline nodes}
     * @param end the state in the end
     * @param survey what is possible there
     */
    public static List<StrandedInstance> of(
            List<Integer> instances, ClusterState end, PlanningRules rules, Plan plan, MobilitySurvey survey) {
        boolean hasScore = Double.isFinite(plan.after().total());
        return instances.stream()
                .map(instance -> new StrandedInstance(
                        instance,
                        offline(end, end.placement(instance), rules),
                        survey.of(instance),
                        plan.stoppedBy(),
                        hasScore))
                .toList();
    }

    /** Returns indices of the instances of these groups that are on offline nodes, other than those left out. */
    public static List<Integer> on(ClusterState end, List<Integer> groups, PlanningRules rules) {
        return groups.stream()
                .flatMapToInt(group -> IntStream.of(end.instancesOf(group)))
                .filter(instance -> !end.instance(instance).forthcoming()
                        && !offline(end, end.placement(instance), rules).isEmpty())
                .boxed()
                .toList();
    }

    private static List<Integer> offline(ClusterState end, Placement placement, PlanningRules rules) {
        List<Integer> offline = new ArrayList<>();
        if (isOffline(end, placement.primary(), rules)) {
            offline.add(placement.primary());
        }
        if (placement.hasSecondary()
                && placement.secondary() != placement.primary()
                && isOffline(end, placement.secondary(), rules)) {
            offline.add(placement.secondary());
        }
        return offline;
    }

    private static boolean isOffline(ClusterState end, int node, PlanningRules rules) {
        return end.isOffline(node) && !rules.leftOut().contains(node);
    }

    /** Returns the name of the reason in machine-readable output. */
    public String label() {
        return cannotMove.map(Immobility::label).orElseGet(() -> hasScore ? stoppedBy.label() : "no-score");
    }

    /** Returns why it stays, in words. */
    public String reason(Cluster cluster, ShortNames names) {
        return cannotMove.map(reason -> reason.describe(cluster, names)).orElseGet(this::ending);
    }

    private String ending() {
        if (!hasScore) {
            return "it could move, but the score has no value";
        }
        return switch (stoppedBy) {
            case MOVE_LIMIT -> "it could move, but the plan has as many moves as it may have";
            case NO_BETTER_MOVE -> "it could move, but no move lowers the score";
            case GAIN_TOO_SMALL -> "it could move, but gains less than --min-gain";
            case SCORE_REACHED -> "it could move, but the score is low enough";
            case TIME_LIMIT -> "it could move, but the time was over";
            case TRY_LIMIT -> "it could move, but the last try was made";
            case INTERRUPTED -> "it could move, but the search was interrupted";
        };
    }

    /** Returns who stays where and why, in a sentence without a full stop. */
    public String describe(Cluster cluster, ShortNames names) {
        String where = String.join(
                " and ",
                nodes.stream().map(node -> names.of(cluster.nodes().get(node))).toList());
        return names.of(cluster.instances().get(instance)) + " stays on " + where
                + (nodes.size() == 1 ? ", which is offline: " : ", which are offline: ") + reason(cluster, names);
    }
}
