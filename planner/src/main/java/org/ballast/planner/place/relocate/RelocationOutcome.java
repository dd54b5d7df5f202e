package org.ballast.planner.place.relocate;

import java.util.List;
import java.util.Optional;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.state.Verdict;

/** The outcome for one instance that had to leave its nodes. */
public sealed interface RelocationOutcome {
    /** Returns the instance. */
    int instance();

    /**
     * It moves.
     *
     * @param instance the instance
     * @param placement its nodes afterwards
     * @param moves the moves in order
     */
    record Moved(int instance, Placement placement, List<Move> moves) implements RelocationOutcome {
        /** Copies the moves. */
        public Moved {
            moves = List.copyOf(moves);
        }
    }

    /**
     * It stays.
     *
     * @param instance the instance
     * @param hindrance why
     */
    record Stuck(int instance, Obstacle hindrance) implements RelocationOutcome {}

    /** A reason why an instance cannot leave. */
    sealed interface Obstacle {
        /** Its disks are tied to the node. */
        record Tied(DiskTemplate template) implements Obstacle {}

        /** Only its secondary node shall change, and instances of this kind have none. */
        record NothingToChange(DiskTemplate template) implements Obstacle {}

        /** It should have a secondary node, but has none. */
        record SecondaryMissing() implements Obstacle {}

        /** Its secondary node does not accept it as primary. */
        record FailoverRefused(Verdict verdict) implements Obstacle {}

        /** No node accepts it; with the verdict of each. */
        record NoNode(List<NodeVerdict> verdicts) implements Obstacle {
            /** Copies the list. */
            public NoNode {
                verdicts = List.copyOf(verdicts);
            }
        }

        /**
         * No two nodes accept it; with the nodes that it might go to, and the last step that was refused, unless there
         * was no pair of nodes at all.
         */
        record NoPair(List<Integer> targets, Optional<StepRefused> last) implements Obstacle {
            /** Copies the nodes. */
            public NoPair {
                targets = List.copyOf(targets);
            }
        }

        /** No group accepts it; nothing was searched where no group was left to search. */
        record NoGroup(Optional<GroupSearch.Result> search, List<Integer> groups) implements Obstacle {
            /** Copies the list. */
            public NoGroup {
                groups = List.copyOf(groups);
            }
        }
    }

    /**
     * The verdict of a node.
     *
     * @param node the node
     * @param verdict why it does not accept the instance
     */
    record NodeVerdict(int node, Verdict verdict) {}

    /**
     * A step that was refused.
     *
     * @param step the step
     * @param verdict why
     */
    record StepRefused(Step step, Verdict verdict) {}

    /** The steps by which a mirrored instance gets two new nodes. */
    enum Step {
        /** The instance leaves its offline primary node. */
        LEAVE_OFFLINE_PRIMARY,
        /** Its mirror moves to the new primary node. */
        MIRROR_TO_PRIMARY,
        /** The instance fails over to the new primary node. */
        FAIL_OVER,
        /** Its mirror moves to the new secondary node. */
        MIRROR_TO_SECONDARY
    }
}
