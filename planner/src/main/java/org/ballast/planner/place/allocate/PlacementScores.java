package org.ballast.planner.place.allocate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;
import org.ballast.model.ScoreRow.Statistic;
import org.ballast.planner.score.FigureColumns;
import org.ballast.planner.score.ReplacedFigures;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.DerivedFigures;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The scores after an instance got one node, for many nodes together; each is the one of {@link ScoreSheet} to the last
 * bit. Nodes that are alike are tried once ({@link DerivedFigures.Features}), and the rows are added up for all of them in
 * one go ({@link ReplacedFigures}). Only for instances that no tags concern.
 */
public final class PlacementScores {
    private static final int ROWS = ScoreRow.ALL.size();

    private final ClusterState state;
    private final int[] online;
    private final int[] offline;
    private final int[] position;
    private final Trial trial;
    private final int instance;
    private final boolean ignoreSoftErrors;

    /** Nodes that are alike. */
    private static final class Kind {
        final Verdict verdict;
        final double[] figures;

        Kind(Verdict verdict, double[] figures) {
            this.verdict = verdict;
            this.figures = figures;
        }
    }

    private PlacementScores(ClusterState state, int[] scored, int instance, boolean ignoreSoftErrors) {
        this.state = state;
        this.instance = instance;
        this.ignoreSoftErrors = ignoreSoftErrors;
        online =
                Arrays.stream(scored).filter(node -> !state.nodes.offline[node]).toArray();
        offline =
                Arrays.stream(scored).filter(node -> state.nodes.offline[node]).toArray();
        trial = new Trial(state);
        position = new int[state.nodes.count];
        Arrays.fill(position, -1);
        for (int k = 0; k < online.length; k++) {
            position[online[k]] = k;
        }
    }

    /** What came of trying all nodes, by index in the list of nodes. */
    public static final class Outcome {
        private final Verdict[] verdicts;
        private final double[] scores;

        private Outcome(Verdict[] verdicts, double[] scores) {
            this.verdicts = verdicts;
            this.scores = scores;
        }

        /** Returns whether a node accepts the instance. */
        public Verdict verdict(int k) {
            return verdicts[k];
        }

        /** Returns the score with the instance on a node that accepts it. */
        public double score(int k) {
            return scores[k];
        }
    }

    /** Asks a policy about an instance on a node; its answer is the same for nodes that are alike. */
    public interface Policy {
        /** Returns the answer. */
        Verdict on(int node);
    }

    /**
     * Tries an instance that is nowhere on each of some nodes.
     *
     * @param scored the nodes over which the score is taken, in ascending order
     * @param nodes the nodes to try, in ascending order
     * @return nothing if tags, offline nodes or figures that are no numbers make it a case for {@link ScoreSheet}
     */
    public static Optional<Outcome> of(
            ClusterState state, int[] scored, int i, List<Integer> nodes, Policy policy, boolean ignoreSoftErrors) {
        boolean countsDomains = !state.nodes.locationNumbers.isEmpty() && !state.instances.exclusionTagNames.isEmpty();
        if (countsDomains || !PairKinds.applyTo(state, i)) {
            return Optional.empty();
        }
        return new PlacementScores(state, scored, i, ignoreSoftErrors).of(nodes, policy);
    }

    private Optional<Outcome> of(List<Integer> nodes, Policy policy) {
        DerivedFigures figures = state.figures();
        Map<DerivedFigures.Features, Kind> kinds = new HashMap<>();
        int size = nodes.size();
        Kind[] kindOf = new Kind[size];
        int[] positions = new int[size];
        int[] index = new int[size];
        Verdict[] verdicts = new Verdict[size];
        int count = 0;
        for (int k = 0; k < size; k++) {
            int node = nodes.get(k);
            if (position[node] < 0 || (count > 0 && position[node] <= positions[count - 1])) {
                return Optional.empty();
            }
            Kind kind = kinds.get(figures.features(node));
            if (kind == null) {
                kind = tried(node, policy);
                kinds.put(figures.features(node), kind);
            }
            verdicts[k] = kind.verdict;
            if (kind.verdict.accepted()) {
                kindOf[count] = kind;
                positions[count] = position[node];
                index[count++] = k;
            }
        }
        double[] totals = new double[count];
        double[] scores = new double[size];
        if (count > 0 && !addUp(figures, Arrays.copyOf(positions, count), kindOf, totals)) {
            return Optional.empty();
        }
        for (int k = 0; k < count; k++) {
            scores[index[k]] = totals[k];
        }
        return Optional.of(new Outcome(verdicts, scores));
    }

    private Kind tried(int node, Policy policy) {
        Verdict verdict = policy.on(node);
        if (verdict.accepted()) {
            verdict = trial.allocate(instance, node, -1, ignoreSoftErrors);
        }
        double[] after = new double[ROWS];
        if (verdict.accepted()) {
            for (int r = 0; r < ROWS; r++) {
                after[r] = ScoreRow.ALL.get(r).contribution(trial.touched(0));
            }
        }
        return new Kind(verdict, after);
    }

    /** Adds each row's part to the totals, in the table's order; returns false if some figures are no numbers. */
    private boolean addUp(DerivedFigures figures, int[] positions, Kind[] kinds, double[] totals) {
        double[][] known = new double[ROWS][];
        double[] values = new double[totals.length];
        double[] column = new double[online.length];
        double[] replacements = new double[totals.length];
        for (int r = 0; r < ROWS; r++) {
            ScoreRow row = ScoreRow.ALL.get(r);
            double weight = state.scenario().weights().of(row);
            if (row.statistic() == Statistic.SHARED_PAIRS) {
                // Without tags or domains there are none.
                add(totals, weight * 0);
                continue;
            }
            double[] contributions = figures.contributions(row);
            if (row.scope() == Scope.OFFLINE) {
                double sum = 0;
                for (int node : offline) {
                    sum += contributions[node];
                }
                add(totals, weight * sum);
                continue;
            }
            ScoreRow twin = FigureColumns.twin(row, state.instances);
            if (twin != row) {
                values = known[twin.ordinal()];
            } else {
                for (int k = 0; k < column.length; k++) {
                    column[k] = contributions[online[k]];
                }
                for (int k = 0; k < replacements.length; k++) {
                    replacements[k] = kinds[k].figures[r];
                }
                values = new double[totals.length];
                known[r] = values;
                ReplacedFigures replaced = new ReplacedFigures(column, positions, replacements);
                boolean finite =
                        row.statistic() == Statistic.SPREAD ? replaced.deviations(values) : replaced.sums(values);
                if (!finite) {
                    return false;
                }
            }
            for (int k = 0; k < totals.length; k++) {
                totals[k] += weight * values[k];
            }
        }
        return true;
    }

    private static void add(double[] totals, double part) {
        for (int k = 0; k < totals.length; k++) {
            totals[k] += part;
        }
    }
}
