package org.ballast.planner.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.Move;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;
import org.ballast.model.ScoreRow.Statistic;
import org.ballast.planner.score.FigureColumns;
import org.ballast.planner.score.ReplacedFigures;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The exact scores of very many moves that are nearly equally good, as on clusters of equal nodes; each is
 * {@link ScoreSheet#totalAfter} to the last bit.
 *
 * <p>In one row, few moves differ: most rows change at the target and at one of the nodes left, and instances of one size
 * on one node change it alike. So for each row, and for what happens at the nodes left, the row is added up once for all
 * targets together ({@link ReplacedFigures}), and each move only picks its figures.
 */
public final class TiedMoves {
    private static final int ROWS = ScoreRow.ALL.size();

    /** In place of values of which some are no numbers. */
    private static final double[] NO_NUMBERS = new double[0];

    /** A node that no instance has. */
    private static final int NOBODY = -2;

    private final ClusterState state;
    private final ScoreSheet sheet;
    private final boolean ignoreSoftErrors;
    private final FigureColumns online;
    private final double[] weights;
    private final Trial trial;
    private final NodeLedger scratch;

    private final int[] targetIndex;
    private int[] targets = new int[0];
    private int[] positions = new int[0];
    private final Map<List<Object>, Arrival> arrivals = new HashMap<>();

    private int instance = -1;
    private final @Nullable Departure[] departures = new Departure[MoveKind.values().length];

    /** What one size of instances in one role brings to each of the targets. */
    private final class Arrival {
        /** By online row and target. */
        final double[][] figures = new double[online.rows.length][targets.length];

        final List<Map<Changes, double[]>> known = new ArrayList<>();

        Arrival(int i, boolean asPrimary) {
            for (int t = 0; t < targets.length; t++) {
                scratch.copyFrom(state.ledgers[targets[t]]);
                if (asPrimary) {
                    scratch.addPrimary(i, 0);
                } else {
                    scratch.addSecondary(i, NOBODY);
                }
                for (int r = 0; r < online.rows.length; r++) {
                    figures[r][t] = online.rows[r].contribution(scratch);
                }
            }
            for (int r = 0; r < online.rows.length; r++) {
                known.add(new HashMap<>());
            }
        }
    }

    /** The figures of a row that change at the nodes left; positions are -1 where none does. */
    private record Changes(int first, double firstFigure, int second, double secondFigure) {
        /** Looked up for every row of every instance: the nodes tell most of them apart. */
        @Override
        public int hashCode() {
            return 31 * (31 * (31 * first + second) + Double.hashCode(firstFigure)) + Double.hashCode(secondFigure);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Changes changes
                    && first == changes.first
                    && second == changes.second
                    && Double.compare(firstFigure, changes.firstFigure) == 0
                    && Double.compare(secondFigure, changes.secondFigure) == 0;
        }
    }

    /** What all moves of one kind of one instance have in common. */
    private static final class Departure {
        /** The values of each row of the table by target; one value where it is the same for all. */
        final double[][] values = new double[ROWS][];

        /** Whether all of them are numbers. */
        boolean isFinite;
    }

    private TiedMoves(ClusterState state, ScoreSheet sheet, boolean ignoreSoftErrors) {
        this.state = state;
        this.sheet = sheet;
        this.ignoreSoftErrors = ignoreSoftErrors;
        online = sheet.onlineRows();
        trial = new Trial(state);
        scratch = new NodeLedger(state.nodes, state.instances, 0);
        targetIndex = new int[state.nodes.count];
        weights = state.scenario().weights().byRow();
    }

    /** Prepares for moves in states of one scenario, of which the sheet is kept up to date. */
    public static TiedMoves of(ClusterState state, ScoreSheet sheet, boolean ignoreSoftErrors) {
        return new TiedMoves(state, sheet, ignoreSoftErrors);
    }

    /** Starts over in the present state, for moves to these nodes. */
    public void begin(int[] ascendingTargets) {
        targets = ascendingTargets.clone();
        positions = new int[targets.length];
        Arrays.fill(targetIndex, -1);
        for (int t = 0; t < targets.length; t++) {
            positions[t] = online.position(targets[t]);
            targetIndex[targets[t]] = t;
        }
        arrivals.clear();
        instance = -1;
    }

    /** Returns the score after a move, which must be one that all nodes accept. */
    public double score(MoveKind kind, int i, int target) {
        if (!isPlain(kind, i, target)) {
            return exactly(kind, i, target);
        }
        if (i != instance) {
            instance = i;
            Arrays.fill(departures, null);
        }
        Departure departure = departures[kind.ordinal()];
        if (departure == null) {
            departure = departure(kind, i, target);
            departures[kind.ordinal()] = departure;
        }
        return departure.isFinite ? total(departure, targetIndex[target]) : exactly(kind, i, target);
    }

    private double total(Departure departure, int t) {
        double total = 0;
        for (int r = 0; r < ROWS; r++) {
            double[] values = departure.values[r];
            total += weights[r] * (values.length == 1 ? values[0] : values[t]);
        }
        return total;
    }

    private double exactly(MoveKind kind, int i, int target) {
        take(kind, i, target);
        return sheet.totalAfter(trial);
    }

    private void take(MoveKind kind, int i, int target) {
        Move move = kind.move(i, target);
        Verdict verdict = trial.move(move, ignoreSoftErrors);
        if (verdict != Verdict.ACCEPTED) {
            throw new IllegalStateException(
                    move + " is refused: " + verdict + ". The estimate and the checks of moves disagree.");
        }
    }

    /** Returns whether what the move does to the nodes left is the same for all targets, and the other way round. */
    private boolean isPlain(MoveKind kind, int i, int target) {
        int p = state.primary[i];
        int s = state.secondary[i];
        boolean isAlone = kind == MoveKind.FAILOVER
                || targetIndex[target] < 0
                || positions[targetIndex[target]] < 0
                || !state.nodes.locationNumbers.isEmpty()
                || state.instances.desiredLocationCount[i] > 0
                || state.instances.exclusionTags[i].length > 0
                || state.instances.forthcoming[i]
                || online.position(p) < 0
                || (s >= 0 && online.position(s) < 0);
        if (isAlone) {
            return false;
        }
        return switch (kind) {
            case REPLACE_AND_FAILOVER -> state.ledgers[p].peers.of(target) == 0;
            case REPLACE_PRIMARY -> state.ledgers[s].peers.of(target) == 0;
            case REPLACE_SECONDARY -> state.ledgers[target].peers.of(p) == 0;
            case FAILOVER_AND_REPLACE -> state.ledgers[target].peers.of(s) == 0;
            case FAILOVER_TO_ANY -> s < 0;
            case FAILOVER -> false;
        };
    }

    private Departure departure(MoveKind kind, int i, int target) {
        take(kind, i, target);
        Arrival arrival = arrival(i, kind.targetBecomesPrimary());
        Departure departure = new Departure();
        for (int r = 0; r < online.rows.length; r++) {
            int twin = online.twin(r);
            ScoreRow row = online.rows[r];
            departure.values[row.ordinal()] =
                    twin == r ? values(r, changes(r, target), arrival) : departure.values[online.rows[twin].ordinal()];
        }
        for (ScoreRow row : ScoreRow.ALL) {
            if (row.scope() == Scope.OFFLINE || row.statistic() == Statistic.SHARED_PAIRS) {
                departure.values[row.ordinal()] = new double[] {sheet.value(row)};
            }
        }
        departure.isFinite = Arrays.stream(departure.values).noneMatch(each -> each.length == 0);
        return departure;
    }

    private Arrival arrival(int i, boolean asPrimary) {
        InstanceTable instances = state.instances;
        List<Object> size = List.of(
                asPrimary,
                instances.memory[i],
                instances.usesMemory[i],
                instances.reservesMemory[i],
                instances.disk[i],
                instances.localStorage[i],
                instances.vcpus[i],
                instances.countsVcpus[i],
                instances.spindles[i],
                instances.spindleUse[i],
                instances.cpuLoad[i],
                instances.memoryLoad[i],
                instances.diskLoad[i],
                instances.networkLoad[i]);
        return arrivals.computeIfAbsent(size, _ -> new Arrival(i, asPrimary));
    }

    /** Returns what the trial changes in a row, but for the target. */
    private Changes changes(int r, int target) {
        int first = -1;
        int second = -1;
        double firstFigure = 0;
        double secondFigure = 0;
        for (int k = 0; k < trial.touchedCount(); k++) {
            NodeLedger touched = trial.touched(k);
            int at = online.position(touched.node);
            if (touched.node == target) {
                continue;
            }
            double figure = online.rows[r].contribution(touched);
            if (figure != online.figure(r, at)) {
                if (first < 0) {
                    first = at;
                    firstFigure = figure;
                } else {
                    second = at;
                    secondFigure = figure;
                }
            }
        }
        return new Changes(first, firstFigure, second, secondFigure);
    }

    private double[] values(int r, Changes changes, Arrival arrival) {
        Map<Changes, double[]> known = arrival.known.get(r);
        double[] found = known.get(changes);
        if (found == null) {
            found = addUp(r, changes, arrival.figures[r]);
            known.put(changes, found);
        }
        return found;
    }

    private double[] addUp(int r, Changes changes, double[] replacements) {
        double[] column = online.column(r).clone();
        boolean changed = changes.first >= 0;
        for (int t = 0; t < targets.length; t++) {
            changed |= positions[t] >= 0 && column[positions[t]] != replacements[t];
        }
        if (!changed) {
            return new double[] {online.value(r)};
        }
        if (changes.first >= 0) {
            column[changes.first] = changes.firstFigure;
        }
        if (changes.second >= 0) {
            column[changes.second] = changes.secondFigure;
        }
        double[] results = new double[Math.max(2, targets.length)];
        ReplacedFigures replaced = new ReplacedFigures(column, positions, replacements);
        boolean isFinite =
                online.rows[r].statistic() == Statistic.SPREAD ? replaced.deviations(results) : replaced.sums(results);
        return isFinite ? results : NO_NUMBERS;
    }
}
