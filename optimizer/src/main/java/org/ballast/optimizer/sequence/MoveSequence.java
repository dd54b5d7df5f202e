package org.ballast.optimizer.sequence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.planner.score.GroupScores;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/** The list of moves made so far, each of which can be undone, with a check of the next ones. */
final class MoveSequence {
    private final ClusterState state;
    private final GroupScores scores;
    private final Rulebook book;
    private final Limits limits;
    private final Rates rates;
    private final SequenceQuality start;
    private final boolean ignoreSoftErrors;
    private final Trial trial;
    private final List<TakenStep> taken = new ArrayList<>();
    private final int[] movesOf;
    private int moved;
    private Cost cost = Cost.NONE;

    /**
     * A step taken.
     *
     * @param isSplit whether the instance has its nodes in two groups after it
     */
    private record TakenStep(
            Plan.Step step, ClusterState.Receipt receipt, Cost costBefore, SequenceQuality standing, boolean isSplit) {}

    MoveSequence(ClusterState state, GroupScores scores, SequenceRules rules) {
        this.state = state;
        this.scores = scores;
        limits = rules.limits();
        rates = rules.rates();
        ignoreSoftErrors = rules.moves().ignoreSoftErrors();
        trial = new Trial(state);
        movesOf = new int[state.instanceCount()];
        book = rules.rulebook().copy();
        for (int i = 0; i < movesOf.length; i++) {
            if (book.hasRules(i)) {
                placeInBook(i, state.placement(i));
            }
        }
        start = new SequenceQuality(book.violations(), scores.total());
    }

    /** Returns whether the limits leave this much. */
    boolean affords(Cost more, BitSet instances) {
        int others = (int) instances.stream().filter(i -> movesOf[i] == 0).count();
        return limits.admits(cost.plus(more), moved + others);
    }

    /** Returns whether nodes and rules permit the moves now, one after another. */
    boolean permits(List<Move> moves) {
        return permits(moves.getFirst())
                && (moves.size() == 1 || during(moves.getFirst(), () -> permits(moves.subList(1, moves.size()))));
    }

    private boolean permits(Move move) {
        Placement to = move.to(state.placement(move.instance()));
        return trial.move(move, ignoreSoftErrors).accepted()
                && !book.forbids(move.instance(), to.primary(), to.secondary());
    }

    /** Returns whether something holds after a move, which must be permitted and is taken back again. */
    boolean during(Move move, BooleanSupplier condition) {
        int i = move.instance();
        Placement from = state.placement(i);
        trial.move(move, ignoreSoftErrors);
        ClusterState.Receipt receipt = state.commit(trial);
        placeInBook(i, state.placement(i));
        boolean answer = condition.getAsBoolean();
        state.revert(receipt);
        placeInBook(i, from);
        return answer;
    }

    /** Makes the moves of a route, which must be permitted. */
    void take(Route route) {
        Placement at = state.placement(route.moves().getFirst().instance());
        for (Move move : route.moves()) {
            Plan.Step plain = new Plan.Step(move, at, 0);
            take(plain, Cost.of(state.scenario().cluster(), plain, rates));
            at = plain.to();
        }
    }

    private void take(Plan.Step plain, Cost itsCost) {
        Move move = plain.move();
        int i = move.instance();
        if (!trial.move(move, ignoreSoftErrors).accepted()) {
            throw new IllegalStateException(move + " is refused after it was permitted");
        }
        ClusterState.Receipt receipt = state.commit(trial);
        scores.follow(trial);
        Placement to = plain.to();
        placeInBook(i, to);
        boolean isSplit = state.isSplit(to);
        SequenceQuality standing = new SequenceQuality(book.violations(), scores.total());
        Plan.Step step = new Plan.Step(move, plain.from(), standing.score());
        taken.add(new TakenStep(step, receipt, cost, standing, isSplit));
        moved += movesOf[i]++ == 0 ? 1 : 0;
        cost = cost.plus(itsCost);
    }

    private void placeInBook(int i, Placement placement) {
        book.place(i, placement.primary(), placement.secondary());
    }

    /** Takes back the last steps so that it ends where rules are kept best and the score is lowest. */
    void truncateToBest() {
        int best = 0;
        SequenceQuality standing = start;
        for (int k = 0; k < taken.size(); k++) {
            TakenStep step = taken.get(k);
            if (!step.isSplit() && step.standing().isBetterThan(standing)) {
                best = k + 1;
                standing = step.standing();
            }
        }
        truncateTo(best);
    }

    /** Returns how many steps were made. */
    int length() {
        return taken.size();
    }

    /** Takes back all steps but the first. */
    void truncateTo(int length) {
        while (taken.size() > length) {
            TakenStep last = taken.removeLast();
            state.revert(last.receipt());
            int i = last.step().move().instance();
            placeInBook(i, last.step().from());
            moved -= --movesOf[i] == 0 ? 1 : 0;
            cost = last.costBefore();
        }
        scores.refresh();
    }

    /** Makes steps again that were taken back. */
    void repeat(List<Plan.Step> steps) {
        for (Plan.Step step : steps) {
            take(step, Cost.of(state.scenario().cluster(), step, rates));
        }
    }

    /** Returns the quality of its end. */
    SequenceQuality standing() {
        return taken.isEmpty() ? start : taken.getLast().standing();
    }

    Cost cost() {
        return cost;
    }

    Rulebook book() {
        return book;
    }

    List<Plan.Step> steps() {
        return taken.stream().map(TakenStep::step).toList();
    }
}
