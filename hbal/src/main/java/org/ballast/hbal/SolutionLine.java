package org.ballast.hbal;

import static org.ballast.cli.text.Padding.left;
import static org.ballast.cli.text.Padding.length;
import static org.ballast.cli.text.Padding.right;

import org.ballast.cli.text.ScoreTable;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;

/** Writes the line that tells of one move; all lines of a plan are lined up. */
final class SolutionLine {
    private static final int NUMBER_WIDTH = 3;
    private static final int SCORE_WIDTH = 12;

    private final Cluster cluster;
    private final ShortNames names;
    private final int instanceWidth;
    private final int placementWidth;

    SolutionLine(BalancedGroups groups) {
        cluster = groups.cluster();
        names = groups.names();
        int widestInstance = 0;
        for (int instance : groups.instances()) {
            widestInstance =
                    Math.max(widestInstance, length(names.of(cluster.instances().get(instance))));
        }
        int widestNode = 0;
        for (int node : groups.nodes()) {
            widestNode = Math.max(widestNode, length(node(node)));
        }
        instanceWidth = widestInstance;
        placementWidth = 2 * widestNode + 1;
    }

    /** Returns the line, without a line feed; the number says which move of the plan it is, from 1. */
    String of(int number, Plan.Step step) {
        return "  " + right(number, NUMBER_WIDTH)
                + ". " + left(names.of(cluster.instances().get(step.move().instance())), instanceWidth)
                + " " + left(placement(step.from()), placementWidth)
                + " => " + left(placement(step.to()), placementWidth)
                + " " + right(ScoreTable.total(step.score()), SCORE_WIDTH)
                + " a=" + actions(step.move());
    }

    private String actions(Move move) {
        return switch (move) {
            case Move.Failover failover -> "f";
            case Move.FailoverToAny(int instance, int target) -> "fa:" + node(target);
            case Move.FailoverAndReplace(int instance, int target) -> "f r:" + node(target);
            case Move.ReplaceSecondary(int instance, int target) -> "r:" + node(target);
            case Move.ReplaceAndFailover(int instance, int target) -> "r:" + node(target) + " f";
            case Move.ReplacePrimary(int instance, int target) -> "f r:" + node(target) + " f";
            case Move.OfflineMove(int instance, int target) -> "m:" + node(target);
        };
    }

    private String placement(Placement placement) {
        String primary = node(placement.primary());
        return placement.hasSecondary() ? primary + ":" + node(placement.secondary()) : primary;
    }

    private String node(int index) {
        return names.of(cluster.nodes().get(index));
    }
}
