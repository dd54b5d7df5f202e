package org.ballast.planner.state;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Move;

/** A list of known moves, made again in a state: for good, or for the time of some work. */
public final class Replay {
    private final ClusterState state;
    private final Trial trial;
    private final boolean ignoreSoftErrors;

    /**
     * Prepares to make moves.
     *
     * @param ignoreSoftErrors whether soft limits are not asked about; what was accepted once has the same outcome
     */
    public Replay(ClusterState state, boolean ignoreSoftErrors) {
        this.state = state;
        this.ignoreSoftErrors = ignoreSoftErrors;
        trial = new Trial(state);
    }

    /** Makes a move unless a node refuses it, and returns what the nodes say. */
    public Verdict make(Move move) {
        Verdict verdict = trial.move(move, ignoreSoftErrors);
        if (verdict.accepted()) {
            state.commit(trial);
        }
        return verdict;
    }

    /**
     * Makes all moves, one after another.
     *
     * @throws IllegalStateException if one of them is refused
     */
    public void makeAll(List<Move> moves) {
        moves.forEach(this::makeForSure);
    }

    /**
     * Does some work in the state after some moves, and takes these back.
     *
     * @throws IllegalStateException if one of them is refused
     */
    public void during(List<Move> moves, Runnable work) {
        List<ClusterState.Receipt> receipts = new ArrayList<>(moves.size());
        for (Move move : moves) {
            requireAccepted(move, trial.move(move, ignoreSoftErrors));
            receipts.add(state.commit(trial));
        }
        work.run();
        receipts.reversed().forEach(state::revert);
    }

    private void makeForSure(Move move) {
        requireAccepted(move, make(move));
    }

    private static void requireAccepted(Move move, Verdict verdict) {
        if (!verdict.accepted()) {
            throw new IllegalStateException(
                    move + " cannot be made: " + verdict + ". Maybe the plan was made for another cluster?");
        }
    }

    /** Returns the trial of the move that was made last, from which others update what they derive from the state. */
    public Trial last() {
        return trial;
    }
}
