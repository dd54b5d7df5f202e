package org.ballast.checker;

import static org.ballast.checker.RefusalText.countText;
import static org.ballast.checker.RefusalText.instanceName;
import static org.ballast.checker.RefusalText.nodeName;
import static org.ballast.checker.RefusalText.ratioText;
import static org.ballast.checker.RefusalText.scoreText;

import org.ballast.model.Cluster;

/** A fault of a plan as a whole. */
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
     * A plan takes more, or gains less, than the user's options say.
     *
     * @param instance index of the instance that the first move beyond the bound is about
     * @param amount what it has come to with that move
     */
    record BeyondBound(PlanBound bound, int instance, double amount) implements PlanRefusal {
        @Override
        public String describe(Cluster cluster) {
            String name = instanceName(cluster, instance);
            String found = switch (bound) {
                case PlanBound.MostMoves(int most) -> countText(amount) + " moves, where " + most + " are allowed";
                case PlanBound.MostInstances(int most) -> countText(amount) + " instances move, where " + most + " may";
                case PlanBound.MostData(long mib) ->
                    countText(amount) + " MiB are copied, where " + mib + " MiB are allowed";
                case PlanBound.LongestTime(double seconds, double _, double _) ->
                    "the plan takes " + ratioText(amount) + " s, where " + ratioText(seconds) + " s are allowed";
                case PlanBound.EnoughScore(double enough) ->
                    "the score was " + scoreText(amount) + ", where " + scoreText(enough) + " is low enough";
                case PlanBound.LeastGain(double least, double _) ->
                    "the score falls by " + scoreText(amount) + ", where " + scoreText(least) + " is the least";
            };
            return "with the move of " + name + " " + found + " by " + bound.option();
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
