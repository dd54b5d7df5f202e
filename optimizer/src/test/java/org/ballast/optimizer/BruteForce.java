package org.ballast.optimizer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.optimizer.cost.Cost;
import org.ballast.optimizer.cost.Rates;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.Trial;

/**
 * All states that safe moves lead to, one after another, with their scores and all moves between them. For clusters of
 * one group of a few online nodes and a few movable instances with mirrors.
 */
final class BruteForce {
    private static final int UNKNOWN = -1;

    private final Scenario scenario;
    private final ClusterState state;
    private final Trial trial;
    private final int nodes;
    private final int instances;
    private final List<Placement> places = new ArrayList<>();
    /** By code of a state, its number in the order of discovery. */
    private final int[] numbers;

    private int fewestNodes = Integer.MAX_VALUE;
    private final List<Double> scores = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();

    private record Edge(int to, long data) {}

    private record Reached(int state, long cost) {}

    BruteForce(Scenario scenario) {
        this.scenario = scenario;
        state = new ClusterState(scenario);
        trial = new Trial(state);
        nodes = scenario.cluster().nodes().size();
        instances = state.instanceCount();
        for (int p = 0; p < nodes; p++) {
            for (int s = 0; s < nodes; s++) {
                if (p != s) {
                    places.add(new Placement(p, s));
                }
            }
        }
        numbers = new int[(int) Math.pow(places.size(), instances)];
        Arrays.fill(numbers, UNKNOWN);
        explore();
    }

    private void explore() {
        ScoreSheet sheet = new ScoreSheet(state, state.nodesOf(0));
        int[] home = new int[instances];
        for (int i = 0; i < instances; i++) {
            home[i] = places.indexOf(state.placement(i));
        }
        List<int[]> found = new ArrayList<>();
        discover(home, found);
        for (int k = 0; k < found.size(); k++) {
            BitSet used = new BitSet();
            for (int place : found.get(k)) {
                used.set(places.get(place).primary());
                used.set(places.get(place).secondary());
            }
            fewestNodes = Math.min(fewestNodes, used.cardinality());
            Deque<ClusterState.Receipt> receipts = goTo(found.get(k));
            sheet.refresh();
            scores.add(sheet.total());
            edges.add(movesFrom(found.get(k), found));
            receipts.forEach(state::revert);
        }
    }

    private int discover(int[] at, List<int[]> found) {
        int code = 0;
        for (int i = 0; i < instances; i++) {
            code = code * places.size() + at[i];
        }
        if (numbers[code] == UNKNOWN) {
            numbers[code] = found.size();
            found.add(at);
        }
        return numbers[code];
    }

    /** Returns receipts, the last one first. */
    private Deque<ClusterState.Receipt> goTo(int[] at) {
        Deque<ClusterState.Receipt> receipts = new ArrayDeque<>();
        for (int i = 0; i < instances; i++) {
            if (!places.get(at[i]).equals(state.placement(i))) {
                trial.moved(i, places.get(at[i]));
                receipts.push(state.commit(trial));
            }
        }
        return receipts;
    }

    private List<Edge> movesFrom(int[] at, List<int[]> found) {
        Cluster cluster = scenario.cluster();
        List<Edge> moves = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            Placement from = places.get(at[i]);
            for (Move move : moves(i, from)) {
                if (scenario.isMovable(i) && trial.move(move, false).accepted()) {
                    int[] next = at.clone();
                    next[i] = places.indexOf(move.to(from));
                    long data = Cost.of(cluster, new Plan.Step(move, from, 0), Rates.USUAL)
                            .dataMib();
                    moves.add(new Edge(discover(next, found), data));
                }
            }
        }
        return moves;
    }

    private List<Move> moves(int i, Placement from) {
        List<Move> moves = new ArrayList<>();
        moves.add(new Move.Failover(i));
        for (int node = 0; node < nodes; node++) {
            if (node != from.primary() && node != from.secondary()) {
                for (MoveKind kind : MoveKind.TARGETED) {
                    if (kind != MoveKind.FAILOVER_TO_ANY) {
                        moves.add(kind.move(i, node));
                    }
                }
            }
        }
        return moves;
    }

    /** Returns the fewest nodes that have anything in a state that moves lead to. */
    int fewestNodes() {
        return fewestNodes;
    }

    double startScore() {
        return scores.getFirst();
    }

    double lowestScore() {
        return scores.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Returns the lowest score plus price of the data, within a limit on data. */
    double bestForPrice(double price, long mostData) {
        long[] data = cheapest(0);
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < scores.size(); k++) {
            if (data[k] <= mostData) {
                best = Math.min(best, scores.get(k) + price * data[k]);
            }
        }
        return best;
    }

    /** Returns the least data, with so much added for each move, that leads to a score; infinite if nothing does. */
    double cheapestGoal(double goal, long moveMib) {
        long[] costs = cheapest(moveMib);
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < scores.size(); k++) {
            if (scores.get(k) <= goal) {
                best = Math.min(best, (double) costs[k]);
            }
        }
        return best;
    }

    private long[] cheapest(long moveMib) {
        long[] costs = new long[scores.size()];
        Arrays.fill(costs, Long.MAX_VALUE);
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingLong(Reached::cost));
        open.add(new Reached(0, 0));
        costs[0] = 0;
        while (!open.isEmpty()) {
            Reached next = open.remove();
            if (next.cost() > costs[next.state()]) {
                continue;
            }
            for (Edge edge : edges.get(next.state())) {
                long cost = next.cost() + edge.data() + moveMib;
                if (cost < costs[edge.to()]) {
                    costs[edge.to()] = cost;
                    open.add(new Reached(edge.to(), cost));
                }
            }
        }
        return costs;
    }

    /** Returns the lowest score plus price of the data that so many moves lead to. */
    double bestInMoves(int moves, double price) {
        long[] data = new long[scores.size()];
        Arrays.fill(data, Long.MAX_VALUE);
        data[0] = 0;
        for (int m = 0; m < moves; m++) {
            long[] next = data.clone();
            for (int k = 0; k < data.length; k++) {
                if (data[k] < Long.MAX_VALUE) {
                    for (Edge edge : edges.get(k)) {
                        next[edge.to()] = Math.min(next[edge.to()], data[k] + edge.data());
                    }
                }
            }
            data = next;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < data.length; k++) {
            best = data[k] < Long.MAX_VALUE ? Math.min(best, scores.get(k) + price * data[k]) : best;
        }
        return best;
    }
}
