package org.ballast.planner.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreWeights;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.InstanceTable;
import org.ballast.planner.state.NodeTable;

/**
 * The rows of the score that are standard deviations, laid out so that the effect of a move is a few multiplications.
 *
 * <p>Every such row has, for each node, a figure that changes by {@code scale[node] * demand[instance]} when an
 * instance comes (the reserved memory is the one exception, see {@link #reserved}). With figures taken relative to
 * their mean, {@code y}, a change by {@code b} at one node changes the sum of squares by {@code b (2y + b)} and the sum
 * by {@code b}; the new deviation follows from both. Taking figures relative to the mean is what keeps the digits: the
 * squares of the figures themselves would cancel out to nothing in a well balanced cluster. Nodes must either all have
 * exclusive storage or none.
 *
 * <p>Rows that are the same for every node and every instance (without forthcoming instances several "planned" rows
 * are; without measured utilisation three loads are) share one column and add up their weights.
 */
public final class SpreadTable {
    public final int columns;
    public final int nodes;
    public final double[] weight;
    /** Relative figure by column and position of an online node. */
    public final double[][] y;

    public final double[] mean;
    /** Sum of the squares of the relative figures: the variance times the number of nodes. */
    public final double[] squares;

    public final double[][] scale;
    public final double[][] asPrimary;
    public final double[][] asSecondary;
    /** The column of the reserved memory, which follows from the largest need and not from sums. */
    public final int reserved;

    private final ScoreSheet sheet;
    private final ScoreRow[] source;

    public SpreadTable(ClusterState state, ScoreSheet sheet) {
        this.sheet = sheet;
        ScoreWeights weights = state.scenario().weights();
        int[] online = sheet.online();
        nodes = online.length;
        List<Column> found = new ArrayList<>();
        for (ScoreRow row : ScoreRow.ALL) {
            if (row.statistic() == ScoreRow.Statistic.SPREAD) {
                Column column = Column.of(row, weights.of(row), state, sheet, online);
                found.stream()
                        .filter(column::sameAs)
                        .findFirst()
                        .ifPresentOrElse(same -> same.weight += weights.of(row), () -> found.add(column));
            }
        }
        columns = found.size();
        weight = new double[columns];
        source = new ScoreRow[columns];
        scale = new double[columns][];
        asPrimary = new double[columns][];
        asSecondary = new double[columns][];
        int reservedColumn = 0;
        for (int c = 0; c < columns; c++) {
            Column column = found.get(c);
            weight[c] = column.weight;
            source[c] = column.row;
            scale[c] = column.scale;
            asPrimary[c] = column.asPrimary;
            asSecondary[c] = column.asSecondary;
            if (column.row == ScoreRow.RESERVED_MEMORY) {
                reservedColumn = c;
            }
        }
        reserved = reservedColumn;
        y = new double[columns][nodes];
        mean = new double[columns];
        squares = new double[columns];
        refresh();
    }

    /** Reads the figures from the score sheet again. */
    void refresh() {
        for (int c = 0; c < columns; c++) {
            double[] column = y[c];
            double sum = 0;
            for (int k = 0; k < nodes; k++) {
                column[k] = sheet.figure(source[c], k);
                sum += column[k];
            }
            double average = sum / nodes;
            double sumOfSquares = 0;
            for (int k = 0; k < nodes; k++) {
                column[k] -= average;
                sumOfSquares += column[k] * column[k];
            }
            mean[c] = average;
            squares[c] = sumOfSquares;
        }
    }

    ScoreRow row(int column) {
        return source[column];
    }

    /** Returns what the column adds to the score when its sum of squares (of relative figures) is this. */
    public double score(int column, double sumOfSquares) {
        return weight[column] * Math.sqrt(Math.max(0, sumOfSquares) / nodes);
    }

    /** One row on its way into the table. */
    private static final class Column {
        private final ScoreRow row;
        private final double[] figures;
        private final double[] scale;
        private final double[] asPrimary;
        private final double[] asSecondary;
        private double weight;

        private Column(
                ScoreRow row,
                double weight,
                double[] figures,
                double[] scale,
                double[] asPrimary,
                double[] asSecondary) {
            this.row = row;
            this.figures = figures;
            this.scale = scale;
            this.asPrimary = asPrimary;
            this.asSecondary = asSecondary;
            this.weight = weight;
        }

        static Column of(ScoreRow row, double weight, ClusterState state, ScoreSheet sheet, int[] online) {
            InstanceTable instances = state.instances;
            double[] figures = new double[online.length];
            double[] scale = new double[online.length];
            for (int k = 0; k < online.length; k++) {
                figures[k] = sheet.figure(row, k);
                scale[k] = scale(row, state.nodes, online[k]);
            }
            boolean exclusive = online.length > 0 && state.nodes.exclusiveStorage[online[0]];
            double[] asPrimary = new double[instances.count];
            double[] asSecondary = new double[instances.count];
            for (int i = 0; i < instances.count; i++) {
                asPrimary[i] = demand(row, instances, i, true, exclusive);
                asSecondary[i] = instances.mirrored[i] ? demand(row, instances, i, false, exclusive) : 0;
            }
            return new Column(row, weight, figures, scale, asPrimary, asSecondary);
        }

        boolean sameAs(Column other) {
            return Arrays.equals(figures, other.figures)
                    && Arrays.equals(scale, other.scale)
                    && Arrays.equals(asPrimary, other.asPrimary)
                    && Arrays.equals(asSecondary, other.asSecondary)
                    && row != ScoreRow.RESERVED_MEMORY
                    && other.row != ScoreRow.RESERVED_MEMORY;
        }

        private static double scale(ScoreRow row, NodeTable nodes, int n) {
            return switch (row) {
                case FREE_MEMORY, PLANNED_FREE_MEMORY -> -1 / nodes.memoryTotal[n];
                case RESERVED_MEMORY -> 1 / nodes.memoryTotal[n];
                case FREE_DISK, PLANNED_FREE_DISK -> {
                    double total = nodes.exclusiveStorage[n] ? nodes.spindles[n] : nodes.diskTotal[n];
                    yield total == 0 ? 0 : -1 / total;
                }
                case VCPU_RATIO, PLANNED_VCPU_RATIO -> 1 / (nodes.cpus[n] * nodes.cpuSpeed[n]);
                case SPINDLES, PLANNED_SPINDLES -> nodes.exclusiveStorage[n] ? 0 : 1 / nodes.maxSpindleUse[n];
                case CPU_LOAD, MEMORY_LOAD, DISK_LOAD, NETWORK_LOAD -> 1;
                case REDUNDANCY_FAILURES,
                        OFFLINE_INSTANCES,
                        OFFLINE_PRIMARIES,
                        CONFLICTING_TAGS,
                        LOCATION_FAULTS,
                        LOCATION_EXCLUSION,
                        RESERVED_MEMORY_TOTAL -> throw new IllegalArgumentException(row + " is no spread");
            };
        }

        private static double demand(ScoreRow row, InstanceTable instances, int i, boolean primary, boolean exclusive) {
            boolean real = !instances.forthcoming[i];
            return switch (row) {
                case FREE_MEMORY -> primary && instances.usesMemory[i] ? instances.memory[i] : 0;
                case PLANNED_FREE_MEMORY -> primary ? instances.memory[i] : 0;
                case RESERVED_MEMORY -> 0;
                case FREE_DISK -> real ? storage(instances, i, exclusive) : 0;
                case PLANNED_FREE_DISK -> storage(instances, i, exclusive);
                case VCPU_RATIO -> primary && real && instances.countsVcpus[i] ? instances.vcpus[i] : 0;
                case PLANNED_VCPU_RATIO -> primary && instances.countsVcpus[i] ? instances.vcpus[i] : 0;
                case SPINDLES -> real && instances.localStorage[i] ? instances.spindleUse[i] : 0;
                case PLANNED_SPINDLES -> instances.localStorage[i] ? instances.spindleUse[i] : 0;
                case CPU_LOAD -> primary && real ? instances.cpuLoad[i] : 0;
                case MEMORY_LOAD -> primary && real ? instances.memoryLoad[i] : 0;
                case DISK_LOAD -> real ? instances.diskLoad[i] : 0;
                case NETWORK_LOAD -> primary && real ? instances.networkLoad[i] : 0;
                case REDUNDANCY_FAILURES,
                        OFFLINE_INSTANCES,
                        OFFLINE_PRIMARIES,
                        CONFLICTING_TAGS,
                        LOCATION_FAULTS,
                        LOCATION_EXCLUSION,
                        RESERVED_MEMORY_TOTAL -> throw new IllegalArgumentException(row + " is no spread");
            };
        }

        /** Returns what an instance takes of a node's storage: disk space, or with exclusive storage its spindles. */
        private static double storage(InstanceTable instances, int i, boolean exclusive) {
            if (exclusive) {
                return Math.max(0, instances.spindles[i]);
            }
            return instances.localStorage[i] ? instances.disk[i] : 0;
        }
    }
}
