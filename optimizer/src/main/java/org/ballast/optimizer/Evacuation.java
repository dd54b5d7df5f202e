package org.ballast.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.optimizer.target.TargetRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;

/**
 * Empties nodes one after another, the short way: each instance goes, the largest first, to the node that then has most
 * memory left. A node is emptied as a whole or not at all. What comes of it is where a search starts from.
 */
final class Evacuation {
    private final ClusterState state;
    private final Trial trial;
    private final TargetRules rules;
    private final Rulebook book;
    private final List<Integer> nodes;
    private final Set<Integer> empty;
    private final List<Plan.Step> steps = new ArrayList<>();

    /**
     * Prepares to empty some of these nodes.
     *
     * @param nodes the online nodes
     * @param empty those that are empty already, and stay so
     */
    Evacuation(Scenario scenario, TargetRules rules, List<Integer> nodes, Set<Integer> empty) {
        state = new ClusterState(scenario);
        trial = new Trial(state);
        this.rules = rules;
        book = rules.rulebook(scenario.cluster());
        this.nodes = nodes;
        this.empty = new TreeSet<>(empty);
    }

    /** Returns the moves so far. */
    List<Plan.Step> steps() {
        return List.copyOf(steps);
    }

    /** Empties one more node, and returns whether that could be done; if not, nothing is changed. */
    boolean add(int node) {
        if (!rules.moves().diskMoves()
                || !rules.moves().instanceMoves()
                || rules.moves().restrictedMigration()
                || rules.moves().evacuationOnly()) {
            return false;
        }
        empty.add(node);
        int before = steps.size();
        List<ClusterState.Receipt> receipts = new ArrayList<>();
        for (int i : instancesOn(node)) {
            while (isOnEmpty(state.placement(i))) {
                Optional<Move> move = best(i);
                if (move.isEmpty()) {
                    takeBack(before, receipts);
                    empty.remove(node);
                    return false;
                }
                make(move.get(), receipts);
            }
        }
        return true;
    }

    private List<Integer> instancesOn(int node) {
        return IntStream.range(0, state.instanceCount())
                .filter(i -> state.placement(i).primary() == node
                        || state.placement(i).secondary() == node)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> state.instance(i).memory())
                        .reversed()
                        .thenComparingInt(i -> i))
                .toList();
    }

    private boolean isOnEmpty(Placement placement) {
        return empty.contains(placement.primary()) || empty.contains(placement.secondary());
    }

    private Optional<Move> best(int i) {
        Placement from = state.placement(i);
        if (!book.movable(i) || !mayMove(i)) {
            return Optional.empty();
        }
        return nodes.stream()
                .filter(node -> !empty.contains(node)
                        && node != from.primary()
                        && node != from.secondary()
                        && state.groupOf(node) == state.groupOf(from.primary()))
                .sorted(Comparator.<Integer>comparingLong(state::availableMemory)
                        .thenComparingLong(state::freeDisk)
                        .reversed()
                        .thenComparingInt(node -> node))
                .flatMap(node -> moves(i, from, node).stream())
                .filter(move -> isAllowed(move, from))
                .findFirst();
    }

    private boolean mayMove(int i) {
        Scenario scenario = state.scenario();
        return scenario.isMovable(i) || (rules.offlineMoves() && scenario.isMovableOffline(i));
    }

    /** Returns moves onto a node after which fewer copies are on nodes that are to be empty, the cheapest first. */
    private List<Move> moves(int i, Placement from, int node) {
        Instance instance = state.instance(i);
        if (instance.template().mirroring() == Mirroring.EXTERNAL) {
            return List.of(new Move.FailoverToAny(i, node));
        }
        if (!from.hasSecondary()) {
            return List.of(new Move.OfflineMove(i, node));
        }
        if (empty.contains(from.secondary())) {
            return List.of(new Move.ReplaceSecondary(i, node));
        }
        return List.of(new Move.FailoverAndReplace(i, node), new Move.ReplacePrimary(i, node));
    }

    private boolean isAllowed(Move move, Placement from) {
        Placement to = move.to(from);
        return trial.move(move, rules.moves().ignoreSoftErrors()).accepted()
                && !book.forbids(move.instance(), to.primary(), to.secondary());
    }

    private void make(Move move, List<ClusterState.Receipt> receipts) {
        Placement from = state.placement(move.instance());
        trial.move(move, rules.moves().ignoreSoftErrors());
        receipts.add(state.commit(trial));
        steps.add(new Plan.Step(move, from, 0));
        placeInBook(move.instance(), move.to(from));
    }

    private void takeBack(int length, List<ClusterState.Receipt> receipts) {
        while (steps.size() > length) {
            Plan.Step last = steps.removeLast();
            state.revert(receipts.removeLast());
            placeInBook(last.move().instance(), last.from());
        }
    }

    private void placeInBook(int i, Placement placement) {
        book.place(i, placement.primary(), placement.secondary());
    }
}
