package org.ballast.model.check;

import static org.ballast.model.check.Wording.instanceName;
import static org.ballast.model.check.Wording.nodeName;
import static org.ballast.model.check.Wording.scoreText;

import org.ballast.model.Cluster;

/** What a plan as a whole gets wrong. */
public sealed interface PlanRefusal extends Refusal {

    /**
     * A figure of the plan is not what the checker computes.
     *
     * @param figure which figure
     * @param reported its value in the plan
     * @param actual the checker's value
     */
    record ScoreMismatch(String figure, double reported, double actual) implements PlanRefusal {
        @Override
        public String describe(Cluster cluster) {
            return "the plan has " + figure + " " + scoreText(reported) + ", but it is " + scoreText(actual);
        }
    }

    /** A move makes the score worse. */
    record ScoreRise(double before, double after) implements PlanRefusal {
        @Override
        public String describe(Cluster cluster) {
            return "the score rises from " + scoreText(before) + " to " + scoreText(after);
        }
    }

    /** An instance that was in one group ends in two. */
    record LeftSplit(int instance) implements PlanRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " ends with its nodes in two groups";
        }
    }

    /**
     * A move waits for one that there is not.
     *
     * @param other position of the other move, from 0
     */
    record WaitsForUnknown(int instance, int other) implements PlanRefusal {
        @Override
        public String describe(Cluster cluster) {
            return "the move of " + instanceName(cluster, instance) + " waits for step " + (other + 1)
                    + ", which does not exist";
        }
    }

    /** A move waits for another that waits for it, or for one of such moves. */
    record WaitsForever(int instance) implements PlanRefusal {
        @Override
        public String describe(Cluster cluster) {
            return "the move of " + instanceName(cluster, instance) + " can never start";
        }
    }

    /**
     * Two moves that run at the same time touch the same node.
     *
     * @param other index of the instance that the earlier move is about
     */
    record SharedNode(int node, int instance, int other) implements PlanRefusal {
        @Override
        public String describe(Cluster cluster) {
            return instanceName(cluster, instance) + " and " + instanceName(cluster, other)
                    + " move at the same time and both use " + nodeName(cluster, node);
        }
    }
}
