package org.ballast.checker;

import java.util.Collection;
import org.ballast.model.NodeFigures;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;

/**
 * The score of a scenario as it is read, computed slowly and plainly from {@link ScoreRow}: the reference that faster
 * evaluators are tested against.
 *
 * <p>It is not the score of the same placement reached by moves: until a move touches a node, its N+1 check goes by the
 * free memory it reported, and only then by nominal sizes. {@link PlanChecker} keeps account of that.
 */
final class ReferenceScore {
    private ReferenceScore() {}

    /** Returns the score over all nodes. */
    static Score of(Scenario scenario) {
        return new CheckedScore(new CheckedCluster(scenario).nodes(), scenario.weights()).score();
    }

    /**
     * Returns the score over some nodes, such as a group's.
     *
     * @param nodes indices of the nodes, in any order; instances with one node among them count there
     */
    static Score of(Scenario scenario, Collection<Integer> nodes) {
        return new CheckedScore(new CheckedCluster(scenario).nodes(nodes), scenario.weights()).score();
    }

    /** Returns the figures of one node. */
    static NodeFigures figures(Scenario scenario, int node) {
        return new CheckedFigures(new CheckedCluster(scenario).node(node));
    }
}
