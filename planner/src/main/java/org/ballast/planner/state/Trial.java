package org.ballast.planner.state;

import org.ballast.model.Move;
import org.ballast.model.Placement;

/**
 * A move on trial: its effect on the (at most four) nodes it touches, worked out on scratch copies. One trial is reused
 * for many moves; nothing is allocated once its scratch books have grown.
 *
 * <p>A soft check is skipped when soft errors are ignored altogether, or when the node that the instance leaves is
 * offline: any place is better then. Which node that is depends on the move, as does whether the check concerns the
 * node on which the instance runs in between.
 */
public final class Trial {
    private final ClusterState state;
    private final NodeTable nodes;
    private final Admission admission;
    private final NodeLedger oldPrimary;
    private final NodeLedger oldSecondary;
    private final NodeLedger target;
    private final NodeLedger targetSecondary;
    private final NodeLedger[] touched = new NodeLedger[4];
    private int touchedCount;
    private int instance;
    private int newPrimary;
    private int newSecondary;
    private int newLocationFaults;

    /** Creates a trial on the given state; it follows the state's commits. */
    public Trial(ClusterState state) {
        this.state = state;
        nodes = state.nodes;
        admission = new Admission(nodes, state.instances);
        oldPrimary = new NodeLedger(nodes, state.instances, 0);
        oldSecondary = new NodeLedger(nodes, state.instances, 0);
        target = new NodeLedger(nodes, state.instances, 0);
        targetSecondary = new NodeLedger(nodes, state.instances, 0);
    }

    /**
     * Tries a move.
     *
     * @param ignoreSoftErrors whether soft checks are skipped altogether
     * @return {@link Verdict#ACCEPTED}, after which the results can be read and committed, or the first check that fails
     */
    public Verdict move(Move move, boolean ignoreSoftErrors) {
        begin(move.instance());
        return switch (move) {
            case Move.Failover failover -> failover(ignoreSoftErrors);
            case Move.FailoverToAny(int i, int node) -> failoverToAny(node, ignoreSoftErrors);
            case Move.OfflineMove(int i, int node) -> restart(node, ignoreSoftErrors);
            case Move.ReplacePrimary(int i, int node) -> replacePrimary(node, ignoreSoftErrors);
            case Move.ReplaceSecondary(int i, int node) -> replaceSecondary(node, ignoreSoftErrors);
            case Move.ReplaceAndFailover(int i, int node) -> replaceAndFailover(node, ignoreSoftErrors);
            case Move.FailoverAndReplace(int i, int node) -> failoverAndReplace(node, ignoreSoftErrors);
        };
    }

    /** Tries to create a copy of an instance on another node, without its disks' mirror and without removing it. */
    public Verdict create(int i, int node, boolean ignoreSoftErrors) {
        begin(i);
        use(target, node);
        place(node, state.secondary[i], state.locationFaults[i]);
        return enterPrimary(target, state.locationFaults[i], ignoreSoftErrors);
    }

    /**
     * Tries to move an instance that is nowhere to a node, as if it ran on another one and was in its books.
     *
     * @param from the node whose books it leaves
     */
    public Verdict restart(int i, int from, int node, boolean ignoreSoftErrors) {
        begin(i);
        if (!acceptsMigration(from, node)) {
            return Verdict.MIGRATION_TAG;
        }
        use(oldPrimary, from).removePrimary(i, 0);
        place(node, Placement.NONE, 0);
        return enterPrimary(use(target, node), 0, ignoreSoftErrors);
    }

    /**
     * Tries to give an instance that is nowhere its nodes.
     *
     * @param secondary a node for the second copy of its disks, or {@link Placement#NONE}; its soft checks always hold
     * @param ignoreSoftErrors whether the soft checks of the primary node are skipped
     */
    public Verdict allocate(int i, int primary, int secondary, boolean ignoreSoftErrors) {
        begin(i);
        int faults = secondary == Placement.NONE ? 0 : nodes.sharedLocations(primary, secondary);
        place(primary, secondary, faults);
        Verdict verdict = enterPrimary(use(target, primary), faults, ignoreSoftErrors);
        return verdict.accepted() && secondary != Placement.NONE
                ? enterSecondary(use(targetSecondary, secondary), primary, false, false)
                : verdict;
    }

    /** Takes an instance off its primary node, with no other place for it. */
    public void withdraw(int i) {
        begin(i);
        leavePrimary();
        place(Placement.NONE, Placement.NONE, 0);
    }

    /**
     * Works out what it is like when an instance has moved, on whichever way. Nothing is checked, so the outcome is for
     * estimates and not for a commit.
     */
    public void moved(int i, Placement to) {
        begin(i);
        boolean mirrored = state.instances.mirrored[i] && to.hasSecondary() && state.secondary[i] != Placement.NONE;
        leavePrimary();
        if (mirrored) {
            leaveSecondary();
        }
        int faults = mirrored ? nodes.sharedLocations(to.primary(), to.secondary()) : state.locationFaults[i];
        place(to.primary(), to.secondary(), faults);
        booksOf(to.primary(), target).addPrimary(i, faults);
        if (mirrored) {
            booksOf(to.secondary(), targetSecondary).addSecondary(i, to.primary());
        }
    }

    /** Returns the scratch books of the node if this trial has some, or else opens them. */
    private NodeLedger booksOf(int node, NodeLedger fresh) {
        for (int k = 0; k < touchedCount; k++) {
            if (touched[k].node == node) {
                return touched[k];
            }
        }
        return use(fresh, node);
    }

    private void begin(int i) {
        instance = i;
        touchedCount = 0;
    }

    private NodeLedger use(NodeLedger scratch, int node) {
        scratch.copyFrom(state.ledgers[node]);
        touched[touchedCount++] = scratch;
        return scratch;
    }

    private void place(int primary, int secondary, int locationFaults) {
        newPrimary = primary;
        newSecondary = secondary;
        newLocationFaults = locationFaults;
    }

    private void leavePrimary() {
        use(oldPrimary, state.primary[instance]).removePrimary(instance, state.locationFaults[instance]);
    }

    private void leaveSecondary() {
        use(oldSecondary, state.secondary[instance]).removeSecondary(instance, state.primary[instance]);
    }

    private boolean acceptsMigration(int from, int to) {
        return nodes.acceptsMigration(from, to);
    }

    private Verdict failover(boolean ignoreSoftErrors) {
        int p = state.primary[instance];
        int s = state.secondary[instance];
        int faults = state.locationFaults[instance];
        if (!acceptsMigration(p, s)) {
            return Verdict.MIGRATION_TAG;
        }
        leavePrimary();
        leaveSecondary();
        place(s, p, faults);
        boolean ignoreSoft = nodes.offline[p] || ignoreSoftErrors;
        Verdict verdict = enterPrimary(oldSecondary, faults, ignoreSoft);
        return verdict.accepted() ? enterSecondary(oldPrimary, s, nodes.offline[p], ignoreSoft) : verdict;
    }

    private Verdict failoverToAny(int node, boolean ignoreSoftErrors) {
        return acceptsMigration(state.primary[instance], node)
                ? restart(node, ignoreSoftErrors)
                : Verdict.MIGRATION_TAG;
    }

    private Verdict restart(int node, boolean ignoreSoftErrors) {
        int p = state.primary[instance];
        int faults = state.locationFaults[instance];
        leavePrimary();
        place(node, state.secondary[instance], faults);
        return enterPrimary(use(target, node), faults, nodes.offline[p] || ignoreSoftErrors);
    }

    private Verdict replacePrimary(int node, boolean ignoreSoftErrors) {
        int p = state.primary[instance];
        int s = state.secondary[instance];
        if (!acceptsMigration(p, s) || !acceptsMigration(s, node)) {
            return Verdict.MIGRATION_TAG;
        }
        leavePrimary();
        leaveSecondary();
        int faults = nodes.sharedLocations(node, s);
        place(node, s, faults);
        boolean ignoreSoft = nodes.offline[p] || ignoreSoftErrors;
        // In between the instance runs on its secondary, which must be able to host it for that time.
        Verdict verdict = enterPrimary(oldSecondary, faults, ignoreSoft);
        if (!verdict.accepted()) {
            return verdict;
        }
        oldSecondary.removePrimary(instance, faults);
        verdict = enterPrimary(use(target, node), faults, ignoreSoft);
        return verdict.accepted() ? enterSecondary(oldSecondary, node, false, ignoreSoft) : verdict;
    }

    private Verdict replaceSecondary(int node, boolean ignoreSoftErrors) {
        int p = state.primary[instance];
        int s = state.secondary[instance];
        leavePrimary();
        leaveSecondary();
        int faults = nodes.sharedLocations(p, node);
        place(p, node, faults);
        boolean ignoreSoft = nodes.offline[s] || ignoreSoftErrors;
        Verdict verdict = enterSecondary(use(target, node), p, false, ignoreSoft);
        return verdict.accepted() ? enterPrimary(oldPrimary, faults, true) : verdict;
    }

    private Verdict replaceAndFailover(int node, boolean ignoreSoftErrors) {
        int p = state.primary[instance];
        int s = state.secondary[instance];
        if (!acceptsMigration(p, node)) {
            return Verdict.MIGRATION_TAG;
        }
        leavePrimary();
        leaveSecondary();
        int faults = nodes.sharedLocations(node, p);
        place(node, p, faults);
        Verdict verdict = enterPrimary(use(target, node), faults, ignoreSoftErrors);
        return verdict.accepted()
                ? enterSecondary(oldPrimary, node, false, nodes.offline[s] || ignoreSoftErrors)
                : verdict;
    }

    private Verdict failoverAndReplace(int node, boolean ignoreSoftErrors) {
        int p = state.primary[instance];
        int s = state.secondary[instance];
        if (!acceptsMigration(p, s)) {
            return Verdict.MIGRATION_TAG;
        }
        leavePrimary();
        leaveSecondary();
        int faults = nodes.sharedLocations(s, node);
        place(s, node, faults);
        boolean ignoreSoft = nodes.offline[p] || ignoreSoftErrors;
        Verdict verdict = enterPrimary(oldSecondary, faults, ignoreSoft);
        return verdict.accepted() ? enterSecondary(use(target, node), s, false, ignoreSoft) : verdict;
    }

    private Verdict enterPrimary(NodeLedger ledger, int faults, boolean ignoreSoft) {
        Verdict verdict = admission.primary(ledger, instance, ignoreSoft);
        if (verdict.accepted()) {
            ledger.addPrimary(instance, faults);
        }
        return verdict;
    }

    private Verdict enterSecondary(NodeLedger ledger, int primary, boolean ignoreDisk, boolean ignoreSoft) {
        Verdict verdict = admission.secondary(ledger, instance, primary, ignoreDisk, ignoreSoft);
        if (verdict.accepted()) {
            ledger.addSecondary(instance, primary);
        }
        return verdict;
    }

    /** Returns the instance of the last trial. */
    public int instance() {
        return instance;
    }

    /** Returns where the instance would be. */
    public Placement placement() {
        return new Placement(newPrimary, newSecondary);
    }

    int primary() {
        return newPrimary;
    }

    int secondary() {
        return newSecondary;
    }

    int locationFaults() {
        return newLocationFaults;
    }

    public int touchedCount() {
        return touchedCount;
    }

    /** Returns the k-th touched node. */
    public int touchedNode(int k) {
        return touched[k].node;
    }

    /** Returns the free disk space (MiB) that the k-th touched node would have. */
    public long freeDisk(int k) {
        return touched[k].real.freeDisk;
    }

    /** Returns the books of the k-th touched node as they would be. */
    public NodeLedger touched(int k) {
        return touched[k];
    }
}
