package org.ballast.optimizer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.ballast.planner.state.Admission;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeLedger;
import org.ballast.planner.state.Verdict;

/**
 * The worst case of a node while some moves are made in any order, and several of them at once: all instances that come
 * are there and none that goes has left. If none is refused then, none is refused at any other time, because every
 * check gets harder with every instance more. There are two exceptions. A node that fails N+1 already may take what
 * another may not. And with exclusive storage an instance of unknown spindles takes all there are, whatever came
 * before. So such nodes take no moves in any order.
 */
public final class WorstCase {
    private final ClusterState state;
    private final Admission admission;
    private final int node;
    private final NodeLedger all;
    private final NodeLedger scratch;
    private final List<Arrival> arrivals = new ArrayList<>();

    /**
     * An instance in a role on the node that is checked.
     *
     * @param primary the node it runs on, which may be this one
     * @param hasCopy whether its disks are here already
     * @param isNew whether it did not have the role before; whether it may keep one is checked, too
     */
    public record Arrival(int instance, int primary, boolean hasCopy, boolean isNew) {}

    /** Creates the case of one node without arrivals. */
    public WorstCase(ClusterState state, int node) {
        this.state = state;
        this.node = node;
        admission = new Admission(state.nodes, state.instances);
        all = new NodeLedger(state.nodes, state.instances, node);
        scratch = new NodeLedger(state.nodes, state.instances, node);
        restart(List.of());
    }

    /** Forgets all arrivals and begins with the node as it is now, and with others, which are not checked. */
    public void restart(List<Arrival> first) {
        all.copyFrom(state.ledgers[node]);
        arrivals.clear();
        first.forEach(this::enter);
        arrivals.addAll(first);
    }

    /** Adds arrivals, if the node accepts them together with all others; otherwise nothing changes. */
    public boolean add(List<Arrival> more) {
        if (state.nodes.exclusiveStorage[node] || state.ledgers[node].failsRedundancy || failsRedundancy(all)) {
            return false;
        }
        arrivals.addAll(more);
        more.forEach(this::enter);
        boolean fits = !failsRedundancy(all) && arrivals.stream().allMatch(this::isAccepted);
        if (!fits) {
            more.reversed().forEach(this::withdraw);
            more.forEach(_ -> arrivals.removeLast());
        }
        return fits;
    }

    private static boolean failsRedundancy(NodeLedger ledger) {
        return ledger.failsRedundancy || ledger.unallocatedMemory() <= ledger.reservedMemory;
    }

    /** Returns whether the node accepts the arrival where all others are; the last to come has it hardest. */
    private boolean isAccepted(Arrival last) {
        if (!last.isNew()) {
            return all.unallocatedMemory() > 0 && all.real.freeDisk > 0;
        }
        scratch.copyFrom(all);
        remove(scratch, last);
        int i = last.instance();
        Verdict verdict = last.primary() == node
                ? admission.primary(scratch, i, false)
                : admission.secondary(scratch, i, last.primary(), false, false);
        return verdict.accepted();
    }

    private void enter(Arrival arrival) {
        if (arrival.isNew()) {
            returnCopy(arrival, 1);
            if (arrival.primary() == node) {
                all.addPrimary(arrival.instance(), 0);
            } else {
                all.addSecondary(arrival.instance(), arrival.primary());
            }
        }
    }

    private void withdraw(Arrival arrival) {
        if (arrival.isNew()) {
            remove(all, arrival);
            returnCopy(arrival, -1);
        }
    }

    private void remove(NodeLedger ledger, Arrival arrival) {
        if (arrival.primary() == node) {
            ledger.removePrimary(arrival.instance(), 0);
        } else {
            ledger.removeSecondary(arrival.instance(), arrival.primary());
        }
    }

    /** A copy of disks that is here already takes no more space in a new role. */
    private void returnCopy(Arrival arrival, int count) {
        if (arrival.hasCopy()) {
            all.freeDisks(arrival.instance(), count);
        }
    }
}
