package org.ballast.planner.state;

/**
 * The check of whether a node can take an instance. Hard checks always hold: memory, disk space and owned spindles must
 * be there. Soft checks (reserved disk space, N+1, ratios of the policy, exclusion tags) may be waived, because the
 * instance comes from a worse place or the user says so. "Planned" checks count forthcoming instances; they are all
 * soft.
 */
public final class Admission {
    private final NodeTable nodes;
    private final InstanceTable instances;

    public Admission(NodeTable nodes, InstanceTable instances) {
        this.nodes = nodes;
        this.instances = instances;
    }

    /** Returns whether the node can host the instance, or the first check that fails. */
    public Verdict primary(NodeLedger ledger, int i, boolean ignoreSoftErrors) {
        if (!instances.forthcoming[i]) {
            Verdict verdict = realPrimary(ledger, i, ignoreSoftErrors);
            if (verdict != Verdict.ACCEPTED) {
                return verdict;
            }
        }
        return ignoreSoftErrors ? Verdict.ACCEPTED : plannedPrimary(ledger, i);
    }

    private Verdict realPrimary(NodeLedger ledger, int i, boolean ignoreSoftErrors) {
        int node = ledger.node;
        boolean local = instances.localStorage[i];
        long memory = instances.usesMemory[i] ? instances.memory[i] : 0;
        long free = ledger.unallocatedMemory() - memory;
        if (free <= 0) {
            return Verdict.MEMORY;
        }
        if (local) {
            long disk = ledger.real.freeDisk - instances.disk[i];
            if (disk <= 0 || (!ignoreSoftErrors && disk < nodes.diskReserve[node])) {
                return Verdict.DISK;
            }
            if (nodes.exclusiveStorage[node] && ledger.real.spindlesAfterAddition(node, i) < 0) {
                return Verdict.SPINDLES;
            }
        }
        if (ignoreSoftErrors) {
            return Verdict.ACCEPTED;
        }
        if (local && ledger.real.spindleUseAfterAddition(ledger.node, i) > nodes.maxSpindleUse[node]) {
            return Verdict.DISK;
        }
        if (free <= ledger.reservedMemory && !ledger.failsRedundancy) {
            return Verdict.MEMORY;
        }
        if (exceedsVcpuRatio(
                node, instances.countsVcpus[i] ? ledger.real.vcpus + instances.vcpus[i] : ledger.real.vcpus)) {
            return Verdict.VCPUS;
        }
        return ledger.planned.tags.containsAny(instances.exclusionTags[i]) ? Verdict.EXCLUSION_TAG : Verdict.ACCEPTED;
    }

    private Verdict plannedPrimary(NodeLedger ledger, int i) {
        int node = ledger.node;
        if (ledger.plannedFreeMemory - instances.memory[i] <= 0) {
            return Verdict.MEMORY;
        }
        if (instances.localStorage[i]) {
            Verdict verdict = plannedStorage(ledger, i);
            if (verdict != Verdict.ACCEPTED) {
                return verdict;
            }
        }
        long vcpus = instances.countsVcpus[i] ? ledger.planned.vcpus + instances.vcpus[i] : ledger.planned.vcpus;
        return exceedsVcpuRatio(node, vcpus) ? Verdict.VCPUS : Verdict.ACCEPTED;
    }

    /**
     * Returns whether the node can hold the second copy of the instance's disks and stand the failure of its primary
     * node, or the first check that fails.
     *
     * @param primary the instance's primary node
     * @param ignoreDisk whether even a full disk is no obstacle: the data is here already
     */
    public Verdict secondary(NodeLedger ledger, int i, int primary, boolean ignoreDisk, boolean ignoreSoftErrors) {
        if (!instances.mirrored[i]) {
            return Verdict.DISK;
        }
        if (!instances.forthcoming[i]) {
            Verdict verdict = realSecondary(ledger, i, primary, ignoreDisk, ignoreSoftErrors);
            if (verdict != Verdict.ACCEPTED) {
                return verdict;
            }
        }
        if (ignoreSoftErrors) {
            return Verdict.ACCEPTED;
        }
        Verdict verdict = plannedStorage(ledger, i);
        if (verdict != Verdict.ACCEPTED) {
            return verdict;
        }
        return needOf(i) >= ledger.plannedFreeMemory ? Verdict.MEMORY : Verdict.ACCEPTED;
    }

    private Verdict realSecondary(NodeLedger ledger, int i, int primary, boolean ignoreDisk, boolean ignoreSoftErrors) {
        int node = ledger.node;
        long disk = ledger.real.freeDisk - instances.disk[i];
        if ((!ignoreDisk && disk <= 0) || (!ignoreSoftErrors && disk < nodes.diskReserve[node])) {
            return Verdict.DISK;
        }
        if (nodes.exclusiveStorage[node] && ledger.real.spindlesAfterAddition(node, i) < 0) {
            return Verdict.SPINDLES;
        }
        if (ignoreSoftErrors) {
            return Verdict.ACCEPTED;
        }
        if (ledger.real.spindleUseAfterAddition(ledger.node, i) > nodes.maxSpindleUse[node]) {
            return Verdict.DISK;
        }
        long free = ledger.unallocatedMemory();
        long need = needOf(i);
        long reserved = Math.max(ledger.reservedMemory, ledger.peers.of(primary) + need);
        return need >= free || (free <= reserved && !ledger.failsRedundancy) ? Verdict.MEMORY : Verdict.ACCEPTED;
    }

    private Verdict plannedStorage(NodeLedger ledger, int i) {
        int node = ledger.node;
        long disk = ledger.planned.freeDisk - instances.disk[i];
        if (disk <= 0 || disk < nodes.diskReserve[node]) {
            return Verdict.DISK;
        }
        if (nodes.exclusiveStorage[node] && ledger.planned.spindlesAfterAddition(node, i) < 0) {
            return Verdict.SPINDLES;
        }
        double use = ledger.planned.spindleUseAfterAddition(ledger.node, i);
        return use > nodes.maxSpindleUse[node] ? Verdict.DISK : Verdict.ACCEPTED;
    }

    private long needOf(int i) {
        return instances.reservesMemory[i] ? instances.memory[i] : 0;
    }

    private boolean exceedsVcpuRatio(int node, long vcpus) {
        double limit = nodes.maxVcpuRatio[node];
        return limit >= 0 && limit < vcpus / nodes.cpus[node];
    }
}
