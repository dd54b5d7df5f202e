package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules that compare the resources an instance needs with those free on a node.
 *
 * @param node the node
 * @param resident who arrives
 * @param before the free resources without it
 * @param after the free resources with it
 */
record ResourceRules(LoadedNode node, CheckedInstance resident, AvailableResources before, AvailableResources after) {

    /** Returns what forbids the instance to run here, whatever is waived. */
    List<HostRefusal> hardForPrimary() {
        List<HostRefusal> refusals = new ArrayList<>();
        if (after.memoryFree() <= 0) {
            refusals.add(new HostRefusal.Memory(
                    node.index(), resident.index(), before.memoryFree() - after.memoryFree(), before.memoryFree()));
        }
        if (resident.instance().template().usesLocalStorage()) {
            refuseFullDisk(refusals);
            refuseMissingSpindles(refusals);
        }
        return refusals;
    }

    /** Returns which limits the instance would break by running here. */
    List<HostRefusal> softForPrimary() {
        List<HostRefusal> refusals = new ArrayList<>();
        if (resident.instance().template().usesLocalStorage()) {
            refuseDiskLimits(refusals);
        }
        double ratio = after.vcpus() / node.node().cpus().total();
        if (node.vcpuLimit() >= 0 && ratio > node.vcpuLimit()) {
            refusals.add(new HostRefusal.Vcpus(node.index(), resident.index(), ratio, node.vcpuLimit()));
        }
        return refusals;
    }

    /**
     * Returns what forbids to keep the instance's second copy here, whatever is waived.
     *
     * @param diskThere whether the disk is here already, so that its space does not count
     */
    List<HostRefusal> hardForSecondary(boolean diskThere) {
        List<HostRefusal> refusals = new ArrayList<>();
        if (!diskThere) {
            refuseFullDisk(refusals);
        }
        refuseMissingSpindles(refusals);
        return refusals;
    }

    /** Returns which limits the instance's second copy would break. */
    List<HostRefusal> softForSecondary() {
        List<HostRefusal> refusals = new ArrayList<>();
        refuseDiskLimits(refusals);
        if (resident.failoverMemory() >= before.memoryFree()) {
            refusals.add(new HostRefusal.FailoverMemory(
                    node.index(), resident.index(), resident.failoverMemory(), before.memoryFree()));
        }
        return refusals;
    }

    private void refuseFullDisk(List<HostRefusal> refusals) {
        if (after.diskFree() <= 0) {
            refusals.add(new HostRefusal.Disk(
                    node.index(), resident.index(), before.diskFree() - after.diskFree(), before.diskFree()));
        }
    }

    private void refuseMissingSpindles(List<HostRefusal> refusals) {
        if (node.node().spindles().exclusive() && after.spindlesFree() < 0) {
            refusals.add(new HostRefusal.Spindles(
                    node.index(), resident.index(), resident.instance().totalSpindles(), before.spindlesFree()));
        }
    }

    private void refuseDiskLimits(List<HostRefusal> refusals) {
        if (after.diskFree() < node.diskReserve()) {
            refusals.add(
                    new HostRefusal.DiskReserve(node.index(), resident.index(), node.diskReserve(), after.diskFree()));
        }
        if (after.spindleUse() > node.spindleLimit()) {
            refusals.add(new HostRefusal.SpindleUse(
                    node.index(), resident.index(), after.spindleUse(), node.spindleLimit()));
        }
    }
}
