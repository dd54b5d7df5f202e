package org.ballast.planner.balance;

import java.util.Arrays;
import java.util.Optional;
import org.ballast.model.ScoreRow;
import org.ballast.planner.score.MoveEstimate;
import org.ballast.planner.score.SpreadTable;
import org.ballast.planner.state.Admission;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.PeerList;

/**
 * The evaluation of the targets of one kind of move of one instance, in loops over flat arrays, column by column.
 *
 * <p>With {@code V} the sum of squares of a column and {@code D} its change, the column's part of the gain is
 * proportional to {@code sqrt(V) - sqrt(V + D)}. The loops do not take these roots: with {@code z = D / V}, and for all
 * {@code z >= z0},
 *
 * <pre>    1 - sqrt(1 + z)  <=  -z/2 + k z²     where k = (1 - sqrt(1 + z0) + z0/2) / z0²,</pre>
 *
 * because that quotient falls as z rises. The sum over the columns bounds the gain from above, a few promille too high
 * where changes are small. Only targets whose bound reaches the threshold are then weighed properly and asked whether
 * they can take the instance. Where changes may be large (few nodes, or nearly balanced columns) the loops do take the
 * roots.
 */
final class TargetScan {
    /** Share of a column's sum of squares that rounding may have eaten. */
    private static final double SLACK = 1e-14;

    /** A node that no instance has. */
    private static final int NOBODY = -2;

    private static final double[] NONE = new double[0];

    private final TargetSums rises;
    private final double locationWeight;
    private final double reservedWeight;

    private final ClusterState state;
    private final MoveEstimate estimate;
    private final SpreadTable spread;
    private final SourceEffect source;
    private final Admission admission;
    private final int[] online;
    private final int size;

    private final boolean hasLocations;
    private final double[] rise;
    private final double[] reservedMemory;
    /** What a target reserves for the failure of the partner node; 0 except while such a kind is weighed. */
    private final double[] partnerNeed;
    /** Least rise of the rows that are sums at a target, but for those that depend on the instance. */
    private final double[] healing;

    private final double[] lowest;
    private final double[] highest;
    private final double[] largestScale;

    private final SharedScans shared;
    /** Targets where a scan that others made does not hold. */
    private final TargetSet apart;

    private final int[] active;
    private int activeCount;
    private int instance;
    private double need;
    private double base;

    /** Upper bound of the gain over the targets weighed. */
    double bound;
    /**
     * Upper bound of the gain that comes from the nodes left; with {@link TargetReach} it bounds the gain for any
     * target.
     */
    double reach;

    TargetScan(ClusterState state, MoveEstimate estimate, SourceEffect source, int[] online) {
        this.state = state;
        rises = new TargetSums(state.scenario().weights());
        locationWeight = rises.weight(ScoreRow.LOCATION_FAULTS);
        reservedWeight = rises.weight(ScoreRow.RESERVED_MEMORY_TOTAL);
        this.estimate = estimate;
        this.source = source;
        this.online = online;
        spread = estimate.spread;
        size = online.length;
        admission = new Admission(state.nodes, state.instances);
        hasLocations = state.hasLocations();
        rise = new double[size];
        reservedMemory = new double[size];
        partnerNeed = new double[size];
        healing = new double[size];
        lowest = new double[spread.columns];
        highest = new double[spread.columns];
        largestScale = new double[spread.columns];
        active = new int[spread.columns];
        shared = new SharedScans(state);
        apart = new TargetSet(size);
        refresh();
    }

    /** Reads the nodes again, after the spread table has. */
    void refresh() {
        shared.clear();
        for (int k = 0; k < size; k++) {
            NodeLedger ledger = state.ledgers[online[k]];
            reservedMemory[k] = ledger.reservedMemory;
            healing[k] = rises.least(ledger);
        }
        for (int c = 0; c < spread.columns; c++) {
            lowest[c] = Arrays.stream(spread.y[c]).min().orElse(0);
            highest[c] = Arrays.stream(spread.y[c]).max().orElse(0);
            largestScale[c] =
                    Arrays.stream(spread.scale[c]).map(Math::abs).max().orElse(0);
        }
    }

    /** Returns the least rise of the rows that are sums at the k-th node. */
    double healing(int k) {
        return healing[k];
    }

    /** Returns the largest change of a column's figure that the instance can bring to a target. */
    double largestChange(int c, int i) {
        double demand = c == spread.reserved
                ? reservation(i)
                : Math.max(Math.abs(spread.asPrimary[c][i]), Math.abs(spread.asSecondary[c][i]));
        return demand * largestScale[c];
    }

    /** Returns how far figures of a column lie from the mean at most. */
    double extent(int c) {
        return Math.max(-lowest[c], highest[c]);
    }

    private double reservation(int i) {
        return state.instances.reservesMemory[i] ? state.instances.memory[i] : 0;
    }

    /** Weighs all targets of the kind that {@link SourceEffect} has turned to. */
    void scan(int i, MoveKind kind, double threshold, MoveScan.Sink sink) {
        instance = i;
        need = reservation(i);
        bound = Double.NEGATIVE_INFINITY;
        boolean toPrimary = kind.targetBecomesPrimary();
        double[][] demands = toPrimary ? spread.asPrimary : spread.asSecondary;
        boolean levelled = begin(kind, toPrimary, demands);
        if (!levelled && scanShared(kind, toPrimary, demands, threshold, sink)) {
            return;
        }
        if (toPrimary) {
            sumColumns(kind, demands);
            if (isReserveOpen(kind)) {
                allowForOpenReserve(kind);
            }
        } else {
            notePartnerNeeds(kind);
            sumColumns(kind, demands);
            forgetPartnerNeeds(kind);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            least = Math.min(least, rise[k]);
        }
        if (-least < threshold) {
            bound = -least;
            return;
        }
        int p = state.primary[i];
        int s = state.secondary[i];
        for (int k = 0; k < size; k++) {
            double gain = -rise[k];
            int node = online[k];
            if (gain < threshold) {
                if (gain > bound) {
                    bound = gain;
                }
            } else if (node != p && node != s) {
                gain = levelled
                        ? estimate.gainOf(kind, i, node)
                        : weigh(kind, k, toPrimary, demands, source.partner(kind));
                report(kind, k, gain, threshold, sink);
            }
        }
    }

    /** Takes over a scan of an instance that differs in nothing, or makes one; returns false if there is none. */
    private boolean scanShared(
            MoveKind kind, boolean toPrimary, double[][] demands, double threshold, MoveScan.Sink sink) {
        Optional<SharedScans.Key> key = shared.key(instance, kind, source);
        if (key.isEmpty()) {
            return false;
        }
        Optional<SharedScans.Scan> found = shared.find(key.get(), threshold);
        SharedScans.Scan scan = found.isPresent() ? found.get() : scanAlike(kind, toPrimary, demands, threshold);
        if (found.isEmpty()) {
            shared.keep(key.get(), scan);
        }
        if (scan.isUnshared) {
            return false;
        }
        setApart(kind, toPrimary);
        bound = scan.rest;
        for (int t = 0; t < scan.count; t++) {
            if (!apart.contains(scan.targets[t])) {
                report(kind, scan.targets[t], scan.gains[t], threshold, sink);
            }
        }
        double allowance = toPrimary && isReserveOpen(kind) ? openReserveGain(kind) : 0;
        for (int x = 0; x < apart.size(); x++) {
            int k = apart.get(x);
            if (online[k] == state.primary[instance] || online[k] == state.secondary[instance]) {
                continue;
            }
            double most = toPrimary ? allowance - scan.rise[k] : Double.POSITIVE_INFINITY;
            double gain = most < threshold ? most : weigh(kind, k, toPrimary, demands, source.partner(kind));
            report(kind, k, gain, threshold, sink);
        }
        apart.clear();
        return true;
    }

    private void report(MoveKind kind, int k, double gain, double threshold, MoveScan.Sink sink) {
        bound = Math.max(bound, gain);
        if (gain >= threshold && gain > Double.NEGATIVE_INFINITY) {
            sink.candidate(kind, online[k], gain);
        }
    }

    /** Weighs all targets as if none of them knew a node left. */
    private SharedScans.Scan scanAlike(MoveKind kind, boolean toPrimary, double[][] demands, double threshold) {
        sumColumns(kind, demands);
        SharedScans.Scan scan = new SharedScans.Scan(threshold, isReserveOpen(kind) ? rise.clone() : NONE);
        for (int k = 0; k < size; k++) {
            double gain = -rise[k];
            if (!(gain < threshold)) {
                gain = weigh(kind, k, toPrimary, demands, NOBODY);
                scan.isUnshared |= Double.isNaN(gain);
            }
            if (gain >= threshold && gain > Double.NEGATIVE_INFINITY) {
                scan.add(k, gain);
            } else {
                scan.rest = Math.max(scan.rest, gain);
            }
        }
        return scan;
    }

    /** Sets apart the nodes of the instance, and the targets that know the node that stays. */
    private void setApart(MoveKind kind, boolean toPrimary) {
        setApart(state.primary[instance]);
        setApart(state.secondary[instance]);
        if (!toPrimary) {
            int partner = source.partner(kind);
            for (int j = state.primaries.first(partner); j >= 0; j = state.primaries.next(j)) {
                setApart(state.secondary[j]);
            }
        } else if (isReserveOpen(kind)) {
            PeerList peers = openReserve(kind).peers;
            for (int x = 0; x < peers.size(); x++) {
                setApart(peers.node(x));
            }
        }
    }

    private void setApart(int node) {
        int k = node < 0 ? -1 : estimate.position(node);
        if (k >= 0) {
            apart.add(k);
        }
    }

    /** Splits the columns into those that the target changes and those that are settled; returns if one is levelled. */
    private boolean begin(MoveKind kind, boolean toPrimary, double[][] demands) {
        activeCount = 0;
        base = source.linear;
        reach = -source.linear;
        boolean levelled = false;
        for (int c = 0; c < spread.columns; c++) {
            double v = spread.squares[c];
            boolean changes = c == spread.reserved ? !toPrimary && need > 0 : demands[c][instance] != 0;
            double least = leastLeavingChange(c, kind);
            if (changes) {
                active[activeCount++] = c;
                // sqrt(V) - sqrt(V + D) is convex in D: for a sum it is at most the mean of what twice each part gives.
                reach += (estimate.parts[c] - spread.score(c, v + 2 * least)) / 2;
            } else {
                double change = source.squares[c] - source.sum[c] * source.sum[c] / size;
                levelled |= estimate.isLevelled(c, change);
                base += spread.score(c, v + change - SLACK * v) - estimate.parts[c];
                reach += estimate.parts[c] - spread.score(c, v + least);
            }
        }
        return levelled;
    }

    /** Returns a lower bound of the change of a column's sum of squares at the nodes left. */
    double leastLeavingChange(int c, MoveKind kind) {
        double least = source.squares[c] - 2 * source.sum[c] * source.sum[c] / size;
        if (c == spread.reserved && isReserveOpen(kind)) {
            // The reserve may turn out larger than assumed, which may bring it nearer to the mean.
            double deepest = lowest[c] - source.sum[c];
            least = Math.min(least, source.squares[c])
                    - deepest * deepest
                    - 2 * square(Math.abs(source.sum[c]) + need * largestScale[c]) / size;
        }
        return least;
    }

    /** Returns an upper bound of the change of a column's sum of squares at the nodes left. */
    double mostLeavingChange(int c, MoveKind kind) {
        if (c == spread.reserved && isReserveOpen(kind)) {
            double extra = need * largestScale[c];
            return source.squares[c] + extra * (2 * (extent(c) + Math.abs(source.sum[c])) + extra);
        }
        return source.squares[c];
    }

    private static boolean isReserveOpen(MoveKind kind) {
        return kind == MoveKind.REPLACE_AND_FAILOVER || kind == MoveKind.REPLACE_PRIMARY;
    }

    private static double square(double x) {
        return x * x;
    }

    private void sumColumns(MoveKind kind, double[][] demands) {
        for (int k = 0; k < size; k++) {
            rise[k] = base + healing[k];
        }
        if (hasLocations) {
            for (int k = 0; k < size; k++) {
                rise[k] += locationWeight * source.locationFaults(kind, online[k]);
            }
        }
        for (int a = 0; a < activeCount; a++) {
            int c = active[a];
            double v = spread.squares[c];
            double largest = largestChange(c, instance);
            double least =
                    source.squares[c] - 2 * largest * extent(c) - square(Math.abs(source.sum[c]) + largest) / size;
            double most = source.squares[c] + largest * (2 * extent(c) + largest);
            double z0 = least / v;
            if (RootBound.isNarrow(z0, most / v)) {
                double unit = estimate.parts[c] / v;
                addBounds(c, demands[c][instance], unit / 2, unit * RootBound.bend(z0) / v);
            } else {
                addRoots(c, demands[c][instance]);
            }
        }
    }

    private void addBounds(int c, double demand, double slope, double bend) {
        double[] y = spread.y[c];
        double[] scale = spread.scale[c];
        double squares = source.squares[c];
        double sum = source.sum[c];
        double perNode = 1.0 / size;
        if (c == spread.reserved) {
            for (int k = 0; k < size; k++) {
                double change = (Math.max(reservedMemory[k], partnerNeed[k] + need) - reservedMemory[k]) * scale[k];
                double total = sum + change;
                double d = squares + change * (2 * y[k] + change) - total * total * perNode;
                rise[k] += d * (slope - bend * d) + reservedWeight * change;
            }
        } else {
            for (int k = 0; k < size; k++) {
                double change = demand * scale[k];
                double total = sum + change;
                double d = squares + change * (2 * y[k] + change) - total * total * perNode;
                rise[k] += d * (slope - bend * d);
            }
        }
    }

    private void addRoots(int c, double demand) {
        double[] y = spread.y[c];
        double[] scale = spread.scale[c];
        double v = spread.squares[c];
        for (int k = 0; k < size; k++) {
            double change = c == spread.reserved
                    ? (Math.max(reservedMemory[k], partnerNeed[k] + need) - reservedMemory[k]) * scale[k]
                    : demand * scale[k];
            double total = source.sum[c] + change;
            double d = source.squares[c] + change * (2 * y[k] + change) - total * total / size;
            rise[k] += spread.score(c, v + d - SLACK * v) - estimate.parts[c];
            if (c == spread.reserved) {
                rise[k] += reservedWeight * change;
            }
        }
    }

    /** Notes what targets have to reserve for the partner node already: it adds to what the instance needs. */
    private void notePartnerNeeds(MoveKind kind) {
        int partner = source.partner(kind);
        for (int j = state.primaries.first(partner); j >= 0; j = state.primaries.next(j)) {
            int node = state.secondary[j];
            int k = node < 0 ? -1 : estimate.position(node);
            if (k >= 0) {
                partnerNeed[k] = state.ledgers[node].peers.of(partner);
            }
        }
    }

    private void forgetPartnerNeeds(MoveKind kind) {
        for (int j = state.primaries.first(source.partner(kind)); j >= 0; j = state.primaries.next(j)) {
            int k = state.secondary[j] < 0 ? -1 : estimate.position(state.secondary[j]);
            if (k >= 0) {
                partnerNeed[k] = 0;
            }
        }
    }

    /**
     * Lowers the bound where the node that stays the secondary will have to reserve more than {@link SourceEffect}
     * assumed, because the target has other instances with their secondary there: that may bring the reserve nearer to
     * the mean.
     */
    private void allowForOpenReserve(MoveKind kind) {
        double gain = openReserveGain(kind);
        PeerList peers = openReserve(kind).peers;
        for (int x = 0; x < peers.size(); x++) {
            int k = estimate.position(peers.node(x));
            if (k >= 0) {
                rise[k] -= gain;
            }
        }
    }

    private double openReserveGain(MoveKind kind) {
        int c = spread.reserved;
        double v = spread.squares[c];
        double assumed = source.squares[c] - source.sum[c] * source.sum[c] / size;
        double least = leastLeavingChange(c, kind);
        return spread.score(c, v + assumed) - spread.score(c, v + least);
    }

    private NodeLedger openReserve(MoveKind kind) {
        return kind == MoveKind.REPLACE_AND_FAILOVER ? source.primary : source.secondary;
    }

    /**
     * Returns the gain of one target, or negative infinity if a node does not accept it.
     *
     * @param partner the node that stays, or {@link #NOBODY} for one that the target does not know; then the gain is no
     *     number where it depends on more
     */
    private double weigh(MoveKind kind, int k, boolean toPrimary, double[][] demands, int partner) {
        NodeLedger target = state.ledgers[online[k]];
        if (!source.acceptsMigration(kind, target.node)) {
            return Double.NEGATIVE_INFINITY;
        }
        boolean waive = source.isTargetWaived(kind);
        rises.failures = -target.redundancyFailures();
        rises.conflicts = 0;
        rises.locationFaults = hasLocations ? source.locationFaults(kind, target.node) : 0;
        rises.reserved = 0;
        if (toPrimary) {
            if (!admission.primary(target, instance, waive).accepted()) {
                return Double.NEGATIVE_INFINITY;
            }
            if (partner != NOBODY
                    && isReserveOpen(kind)
                    && openReserve(kind).peers.of(target.node) > 0) {
                return estimate.gainOf(kind, instance, target.node);
            }
            long free = target.unallocatedMemory()
                    - (state.instances.usesMemory[instance] ? state.instances.memory[instance] : 0);
            rises.failures += failures(target, free <= target.reservedMemory);
            if (waive) {
                rises.conflicts = target.planned.tags.countKnown(state.instances.exclusionTags[instance]);
            }
        } else {
            if (!admission.secondary(target, instance, partner, false, waive).accepted()) {
                return Double.NEGATIVE_INFINITY;
            }
            double reserved = Math.max((double) target.reservedMemory, target.peers.of(partner) + need);
            rises.reserved = (reserved - target.reservedMemory) * spread.scale[spread.reserved][k];
            rises.failures += failures(target, target.unallocatedMemory() <= reserved);
        }
        double total = base + rises.score();
        for (int a = 0; a < activeCount; a++) {
            int c = active[a];
            double change = c == spread.reserved ? rises.reserved : demands[c][instance] * spread.scale[c][k];
            double sum = source.sum[c] + change;
            double d = source.squares[c] + change * (2 * spread.y[c][k] + change) - sum * sum / size;
            if (estimate.isLevelled(c, d)) {
                return partner == NOBODY ? Double.NaN : estimate.gainOf(kind, instance, target.node);
            }
            total += spread.score(c, spread.squares[c] + d) - estimate.parts[c];
        }
        return -total;
    }

    private static double failures(NodeLedger target, boolean fails) {
        return fails ? target.primaryCount + target.secondaryCount + 1 : 0;
    }
}
