package org.ballast.planner.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;
import org.ballast.model.ScoreRow.Statistic;
import org.ballast.planner.state.Admission;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.DerivedFigures;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.PeerList;
import org.ballast.planner.state.Verdict;

/**
 * The score of pairs of nodes for one instance that has no node yet, in constant time each.
 *
 * <p>The score of a pair is carried forward from the score of the state: the primary node's figures are exchanged in
 * each row's sum and variance, then the secondary node's. It differs from the score added up from all nodes
 * ({@link ScoreSheet}) in the last digits. Ganeti weighs pairs, and only pairs, in this way, so those digits decide
 * between nodes that are equally good and show in what it prints.
 *
 * <p>Usage: {@link #primary}, then for each other node {@link #secondary}, then for an accepted one {@link #score}.
 */
public final class PairScore {
    private static final int ROWS = ScoreRow.ALL.size();
    private static final boolean[] SPREAD = new boolean[ROWS];
    /** A node that no instance has. */
    private static final int NOBODY = -2;

    private static final int LOCATION_FAULTS = ScoreRow.LOCATION_FAULTS.ordinal();
    private static final int LOCATION_EXCLUSION = ScoreRow.LOCATION_EXCLUSION.ordinal();

    static {
        for (ScoreRow row : ScoreRow.ALL) {
            SPREAD[row.ordinal()] = row.statistic() == Statistic.SPREAD;
        }
    }

    private final ClusterState state;
    private final Admission admission;
    private final int[] online;
    private final int[] offline;
    private final DomainTagConflicts tagConflicts;
    private final int instance;
    private final boolean ignoreSoftErrors;
    private final long reserve;

    private final PairColumns now;
    private final PairColumns withPrimary;
    private boolean addedUp;
    private final double[] weights;
    private final double[] weighted = new double[ROWS];

    private final NodeLedger asPrimary;
    private final NodeLedger asSecondary;
    private final double[] primaryBefore = new double[ROWS];
    private final double[] primaryAfter = new double[ROWS];
    private int primaryNode;
    /** Whether the columns with the primary tried last are filled in. */
    private boolean prepared;

    /** The scores of each node as secondary; a score depends on the primary only through the reserve it leads to. */
    private final Secondary[] secondaries;

    /**
     * Prepares to weigh pairs among the given nodes, over which the score is taken; they must be in ascending order.
     */
    public PairScore(ClusterState state, int[] scored, int instance, boolean ignoreSoftErrors) {
        this.state = state;
        this.instance = instance;
        this.ignoreSoftErrors = ignoreSoftErrors;
        weights = state.scenario().weights().byRow();
        admission = new Admission(state.nodes, state.instances);
        reserve = state.instances.reservesMemory[instance] ? state.instances.memory[instance] : 0;
        asPrimary = new NodeLedger(state.nodes, state.instances, 0);
        asSecondary = new NodeLedger(state.nodes, state.instances, 0);
        secondaries = new Secondary[state.nodes.count];
        online = Arrays.stream(scored).filter(n -> !state.nodes.offline[n]).toArray();
        offline = Arrays.stream(scored).filter(n -> state.nodes.offline[n]).toArray();
        tagConflicts = new DomainTagConflicts(state, online);
        now = new PairColumns(online.length);
        withPrimary = new PairColumns(online.length);
    }

    /** Scores the state as it is, once and only if asked: often each pair is refused. */
    private void addUp() {
        if (addedUp) {
            return;
        }
        addedUp = true;
        tagConflicts.refresh();
        DerivedFigures figures = state.figures();
        for (ScoreRow row : ScoreRow.ALL) {
            now.add(row.ordinal(), figures.contributions(row), row.scope() == Scope.ONLINE ? online : offline);
        }
    }

    /** Tries a node as primary. */
    public Verdict primary(int node) {
        NodeLedger before = state.ledgers[node];
        Verdict verdict = admission.primary(before, instance, ignoreSoftErrors);
        if (!verdict.accepted()) {
            return verdict;
        }
        primaryNode = node;
        prepared = false;
        return verdict;
    }

    private void prepare() {
        prepared = true;
        addUp();
        NodeLedger before = state.ledgers[primaryNode];
        asPrimary.copyFrom(before);
        asPrimary.addPrimary(instance, 0);
        figures(before, primaryBefore);
        figures(asPrimary, primaryAfter);
        withPrimary.copyFrom(now);
        boolean isOffline = state.nodes.offline[primaryNode];
        for (int r = 0; r < ROWS; r++) {
            if (withPrimary.counts(r, isOffline)) {
                withPrimary.exchange(r, primaryBefore[r], primaryAfter[r]);
            }
            weighted[r] = weights[r] * withPrimary.value(r);
        }
        weighted[LOCATION_EXCLUSION] = weights[LOCATION_EXCLUSION] * tagConflicts.countWith(asPrimary);
    }

    /** Tries a node as secondary, beside the primary tried last. */
    public Secondary secondary(int node) {
        long reserved = reservedAfter(primaryNode, node);
        Secondary known = secondaries[node];
        if (known == null || known.reserved != reserved) {
            known = secondary(node, primaryNode);
            secondaries[node] = known;
        }
        return known;
    }

    /** Tries a node as secondary beside a primary that need not have been tried. */
    public Secondary secondary(int node, int primary) {
        return new Secondary(state.ledgers[node], primary, reservedAfter(primary, node));
    }

    /** Returns the memory (MiB) that the node would reserve as secondary beside primaries whose instances it does not hold. */
    public long usualReserve(int node) {
        return Math.max(state.ledgers[node].reservedMemory, reserve);
    }

    /** Returns the primaries beside which the node would reserve more than beside any other. */
    public int[] exceptions(int node) {
        if (state.instances.forthcoming[instance]) {
            return new int[0];
        }
        PeerList peers = state.ledgers[node].peers;
        long usual = usualReserve(node);
        int count = 0;
        // The largest come first.
        while (count < peers.size() && peers.memory(count) + reserve > usual) {
            count++;
        }
        int[] found = new int[count];
        for (int k = 0; k < count; k++) {
            found[k] = peers.node(k);
        }
        return found;
    }

    /** Returns whether the secondary node would reserve more beside this primary than beside others. */
    public boolean isException(int primary, int node) {
        return !state.instances.forthcoming[instance] && reservedAfter(primary, node) != usualReserve(node);
    }

    /** Returns the memory (MiB) that the secondary node would reserve. */
    public long reservedAfter(int primary, int node) {
        NodeLedger before = state.ledgers[node];
        return Math.max(before.reservedMemory, before.peers.of(primary) + reserve);
    }

    /** Returns the score with the primary tried last and this secondary, which must have been accepted. */
    public double score(Secondary secondary) {
        if (now.online == 0) {
            return 0;
        }
        if (!prepared) {
            prepare();
        }
        // What does not exist yet shares no failure domain.
        int shared =
                state.instances.forthcoming[instance] ? 0 : state.nodes.sharedLocations(primaryNode, secondary.node);
        if (shared > 0) {
            weighted[LOCATION_FAULTS] = weights[LOCATION_FAULTS] * faultsWith(shared);
        }
        double total = secondary.total();
        if (shared > 0) {
            weighted[LOCATION_FAULTS] = weights[LOCATION_FAULTS] * faultsWith(0);
        }
        return total;
    }

    private double faultsWith(int shared) {
        double sum = now.sum[LOCATION_FAULTS];
        return now.counts(LOCATION_FAULTS, state.nodes.offline[primaryNode])
                ? sum + (primaryAfter[LOCATION_FAULTS] + shared - primaryBefore[LOCATION_FAULTS])
                : sum;
    }

    /** Tries a node as secondary beside primaries none of whose instances it holds. */
    public Verdict usualSecondary(int node) {
        return admission.secondary(state.ledgers[node], instance, NOBODY, false, false);
    }

    /** Tries a node as secondary beside a primary; nothing is worked out for its score. */
    public Verdict secondaryVerdict(int node, int primary) {
        return admission.secondary(state.ledgers[node], instance, primary, false, false);
    }

    /**
     * Returns lower bounds of the scores of pairs; nothing if some figures are no numbers.
     *
     * @param primaries nodes that were accepted as primary
     * @param secondaries nodes that were accepted as {@link #usualSecondary}
     */
    public Optional<PairBounds> bounds(List<Integer> primaries, List<Integer> secondaries) {
        addUp();
        PairBounds bounds = new PairBounds(state, this, now, instance);
        return bounds.workOut(primaries, secondaries) ? Optional.of(bounds) : Optional.empty();
    }

    public double weight(int row) {
        return weights[row];
    }

    /** Returns what the row of shared failure domains adds to the score if these are a node's books. */
    public double sharedPairsWith(NodeLedger ledger) {
        return weights[LOCATION_EXCLUSION] * tagConflicts.countWith(ledger);
    }

    private static void figures(NodeLedger ledger, double[] into) {
        for (int r = 0; r < ROWS; r++) {
            into[r] = ScoreRow.ALL.get(r).contribution(ledger);
        }
    }

    /** One node as secondary, for all primaries with which it would reserve the same memory. */
    public final class Secondary {
        private final int node;
        private final long reserved;
        private final Verdict verdict;
        private final double[] before = new double[ROWS];
        private final double[] after = new double[ROWS];
        /** The rows that change. */
        private int changed;

        private Secondary(NodeLedger ledger, int primary, long reserved) {
            node = ledger.node;
            this.reserved = reserved;
            verdict = admission.secondary(ledger, instance, primary, false, false);
            if (!verdict.accepted()) {
                return;
            }
            addUp();
            asSecondary.copyFrom(ledger);
            asSecondary.addSecondary(instance, primary);
            figures(ledger, before);
            figures(asSecondary, after);
            boolean isOffline = state.nodes.offline[ledger.node];
            for (int r = 0; r < ROWS; r++) {
                if (now.counts(r, isOffline) && now.isMovedBy(r, before[r], after[r])) {
                    changed |= 1 << r;
                }
            }
        }

        /** Returns whether the node can be the secondary. */
        public Verdict verdict() {
            return verdict;
        }

        private double total() {
            double total = 0;
            for (int r = 0; r < ROWS; r++) {
                total += (changed >>> r & 1) == 0
                        ? weighted[r]
                        : weights[r] * withPrimary.valueAfterExchange(r, before[r], after[r]);
            }
            return total;
        }
    }

    /** The rows' sums and variances. */
    public static final class PairColumns {
        final int online;
        private final double[] sum = new double[ROWS];
        private final double[] variance = new double[ROWS];

        PairColumns(int online) {
            this.online = online;
        }

        void copyFrom(PairColumns other) {
            System.arraycopy(other.sum, 0, sum, 0, ROWS);
            System.arraycopy(other.variance, 0, variance, 0, ROWS);
        }

        void add(int r, double[] contributions, int[] nodes) {
            double total = 0;
            for (int node : nodes) {
                total += contributions[node];
            }
            sum[r] = total;
            double mean = total / nodes.length;
            double squares = 0;
            for (int node : nodes) {
                double off = contributions[node] - mean;
                squares += off * off;
            }
            variance[r] = squares / nodes.length;
        }

        double sum(int r) {
            return sum[r];
        }

        double variance(int r) {
            return variance[r];
        }

        /** Returns by how much a variance changes with one figure. */
        double scaledChange(int r, double change, double changeOfSquares) {
            double n = online;
            return ((n * changeOfSquares - 2 * sum[r] * change) - change * change) / (n * n);
        }

        boolean counts(int r, boolean isOffline) {
            ScoreRow row = ScoreRow.ALL.get(r);
            return row.statistic() != Statistic.SHARED_PAIRS && (row.scope() == Scope.OFFLINE) == isOffline;
        }

        /** Returns whether an exchange can change the row; figures that are no numbers can even if they are equal. */
        boolean isMovedBy(int r, double before, double after) {
            return before != after
                    || !Double.isFinite(before)
                    || !Double.isFinite(sum[r])
                    || !Double.isFinite(variance[r]);
        }

        void exchange(int r, double before, double after) {
            variance[r] = varianceAfterExchange(r, before, after);
            sum[r] += after - before;
        }

        double value(int r) {
            return SPREAD[r] ? Math.sqrt(variance[r]) : sum[r];
        }

        double valueAfterExchange(int r, double before, double after) {
            return SPREAD[r] ? Math.sqrt(varianceAfterExchange(r, before, after)) : sum[r] + (after - before);
        }

        private double varianceAfterExchange(int r, double before, double after) {
            double n = online; // no spread is taken over offline nodes
            double change = after - before;
            double changeOfSquares = after * after - before * before;
            double scaled = (n * changeOfSquares - 2 * sum[r] * change) - change * change;
            double varied = variance[r] + scaled / (n * n);
            // Written so that what is no number becomes 0.
            return varied >= 0 ? varied : 0;
        }
    }
}
