package org.ballast.planner.state;

/**
 * Whether a node can take an instance. Hard checks always hold: memory, disk space and owned spindles must be there.
 * Soft checks (reserved disk space, N+1, ratios of the policy, exclusion tags) may be waived, because the instance comes
 * from a worse place or the user says so. "Planned" checks count forthcoming instances; they are all soft.
 */
final class Admission {
    private final NodeTable nodes;
    private final InstanceTable instances;

    Admission(NodeTable nodes, InstanceTable instances) {
        this.nodes = nodes;
        this.instances = instances;
    }

    /** Returns whether the node can host the instance, or the first check that fails. */
    Verdict primary(NodeLedger ledger, int i, boolean waiveSoft) {
        if (!instances.forthcoming[i]) {
            Verdict verdict = realPrimary(ledger, i, waiveSoft);
            if (verdict != Verdict.ACCEPTED) {
                return verdict;
            }
        }
        return waiveSoft ? Verdict.ACCEPTED : plannedPrimary(ledger, i);
    }

    private Verdict realPrimary(NodeLedger ledger, int i, boolean waiveSoft) {
        int node = ledger.node;
        boolean local = instances.localStorage[i];
        long memory = instances.usesMemory[i] ? instances.memory[i] : 0;
        long free = ledger.unallocatedMemory() - memory;
        if (free <= 0) {
            return Verdict.MEMORY;
        }
        if (local) {
            long disk = ledger.freeDisk - instances.disk[i];
            if (disk <= 0 || (!waiveSoft && disk < nodes.diskReserve[node])) {
                return Verdict.DISK;
            }
            if (nodes.exclusiveStorage[node] && ledger.spindlesAfterAddition(ledger.freeSpindles, i) < 0) {
                return Verdict.SPINDLES;
            }
        }
        if (waiveSoft) {
            return Verdict.ACCEPTED;
        }
        if (local && ledger.spindleUseAfterAddition(ledger.spindleUse, i) > nodes.maxSpindleUse[node]) {
            return Verdict.DISK;
        }
        if (free <= ledger.reservedMemory && !ledger.failsRedundancy) {
            return Verdict.MEMORY;
        }
        if (exceedsVcpuRatio(node, instances.countsVcpus[i] ? ledger.vcpus + instances.vcpus[i] : ledger.vcpus)) {
            return Verdict.VCPUS;
        }
        return ledger.tags.containsAny(instances.exclusionTags[i]) ? Verdict.EXCLUSION_TAG : Verdict.ACCEPTED;
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
        long vcpus = instances.countsVcpus[i] ? ledger.plannedVcpus + instances.vcpus[i] : ledger.plannedVcpus;
        return exceedsVcpuRatio(node, vcpus) ? Verdict.VCPUS : Verdict.ACCEPTED;
    }

    /**
     * Returns whether the node can hold the second copy of the instance's disks and stand the failure of its primary
     * node, or the first check that fails.
     *
     * @param primary the instance's primary node
     * @param ignoreDisk whether even a full disk is no obstacle: the data is here already
     */
    Verdict secondary(NodeLedger ledger, int i, int primary, boolean ignoreDisk, boolean waiveSoft) {
        if (!instances.mirrored[i]) {
            return Verdict.DISK;
        }
        if (!instances.forthcoming[i]) {
            Verdict verdict = realSecondary(ledger, i, primary, ignoreDisk, waiveSoft);
            if (verdict != Verdict.ACCEPTED) {
                return verdict;
            }
        }
        if (waiveSoft) {
            return Verdict.ACCEPTED;
        }
        Verdict verdict = plannedStorage(ledger, i);
        if (verdict != Verdict.ACCEPTED) {
            return verdict;
        }
        return needOf(i) >= ledger.plannedFreeMemory ? Verdict.MEMORY : Verdict.ACCEPTED;
    }

    private Verdict realSecondary(NodeLedger ledger, int i, int primary, boolean ignoreDisk, boolean waiveSoft) {
        int node = ledger.node;
        long disk = ledger.freeDisk - instances.disk[i];
        if ((!ignoreDisk && disk <= 0) || (!waiveSoft && disk < nodes.diskReserve[node])) {
            return Verdict.DISK;
        }
        if (nodes.exclusiveStorage[node] && ledger.spindlesAfterAddition(ledger.freeSpindles, i) < 0) {
            return Verdict.SPINDLES;
        }
        if (waiveSoft) {
            return Verdict.ACCEPTED;
        }
        if (ledger.spindleUseAfterAddition(ledger.spindleUse, i) > nodes.maxSpindleUse[node]) {
            return Verdict.DISK;
        }
        long free = ledger.unallocatedMemory();
        long need = needOf(i);
        long reserved = Math.max(ledger.reservedMemory, ledger.peers.of(primary) + need);
        return need >= free || (free <= reserved && !ledger.failsRedundancy) ? Verdict.MEMORY : Verdict.ACCEPTED;
    }

    private Verdict plannedStorage(NodeLedger ledger, int i) {
        int node = ledger.node;
        long disk = ledger.plannedFreeDisk - instances.disk[i];
        if (disk <= 0 || disk < nodes.diskReserve[node]) {
            return Verdict.DISK;
        }
        if (nodes.exclusiveStorage[node] && ledger.spindlesAfterAddition(ledger.plannedFreeSpindles, i) < 0) {
            return Verdict.SPINDLES;
        }
        double use = ledger.spindleUseAfterAddition(ledger.plannedSpindleUse, i);
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
