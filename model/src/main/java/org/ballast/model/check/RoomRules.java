package org.ballast.model.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules that compare what a guest needs with the room of a node.
 *
 * @param node the node
 * @param guest who arrives
 * @param before the room without it
 * @param after the room with it
 */
record RoomRules(LoadedNode node, Guest guest, Room before, Room after) {

    /** Returns what forbids the guest to run here, whatever is waived. */
    List<HostRefusal> hardForPrimary() {
        List<HostRefusal> refusals = new ArrayList<>();
        if (after.memoryFree() <= 0) {
            refusals.add(new HostRefusal.Memory(
                    node.index(), guest.index(), guest.instance().memory(), before.memoryFree()));
        }
        if (guest.instance().template().usesLocalStorage()) {
            refuseFullDisk(refusals);
            refuseMissingSpindles(refusals);
        }
        return refusals;
    }

    /** Returns which limits the guest would break by running here. */
    List<HostRefusal> softForPrimary() {
        List<HostRefusal> refusals = new ArrayList<>();
        if (guest.instance().template().usesLocalStorage()) {
            refuseDiskLimits(refusals);
        }
        double ratio = after.vcpus() / node.node().cpus();
        if (node.vcpuLimit() >= 0 && ratio > node.vcpuLimit()) {
            refusals.add(new HostRefusal.Vcpus(node.index(), guest.index(), ratio, node.vcpuLimit()));
        }
        return refusals;
    }

    /**
     * Returns what forbids to keep the guest's second copy here, whatever is waived.
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

    /** Returns which limits the guest's second copy would break. */
    List<HostRefusal> softForSecondary() {
        List<HostRefusal> refusals = new ArrayList<>();
        refuseDiskLimits(refusals);
        if (guest.failoverMemory() >= before.memoryFree()) {
            refusals.add(new HostRefusal.FailoverMemory(
                    node.index(), guest.index(), guest.failoverMemory(), before.memoryFree()));
        }
        return refusals;
    }

    private void refuseFullDisk(List<HostRefusal> refusals) {
        if (after.diskFree() <= 0) {
            refusals.add(new HostRefusal.Disk(
                    node.index(), guest.index(), guest.instance().disk(), before.diskFree()));
        }
    }

    private void refuseMissingSpindles(List<HostRefusal> refusals) {
        if (node.node().exclusiveStorage() && after.spindlesFree() < 0) {
            refusals.add(new HostRefusal.Spindles(
                    node.index(), guest.index(), guest.instance().totalSpindles(), before.spindlesFree()));
        }
    }

    private void refuseDiskLimits(List<HostRefusal> refusals) {
        if (after.diskFree() < node.diskReserve()) {
            refusals.add(
                    new HostRefusal.DiskReserve(node.index(), guest.index(), node.diskReserve(), after.diskFree()));
        }
        if (after.spindleUse() > node.spindleLimit()) {
            refusals.add(
                    new HostRefusal.SpindleUse(node.index(), guest.index(), after.spindleUse(), node.spindleLimit()));
        }
    }
}
