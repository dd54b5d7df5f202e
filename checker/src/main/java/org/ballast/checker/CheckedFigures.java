package org.ballast.checker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ballast.model.Node;
import org.ballast.model.NodeFigures;
import org.ballast.model.Utilisation;

/** The score's figures of one node, each computed from its instances when asked. */
record CheckedFigures(CheckedNode node, AvailableResources present, AvailableResources planned) implements NodeFigures {

    CheckedFigures(CheckedNode node) {
        this(node, node.present(), node.planned());
    }

    @Override
    public double freeMemory() {
        return present.memoryFree() / hardware().memory().total();
    }

    @Override
    public double freeDisk() {
        return hardware().spindles().exclusive()
                ? freeRatio(
                        present.spindlesFree(), (double) hardware().spindles().total())
                : freeRatio(present.diskFree(), hardware().disk().total());
    }

    @Override
    public double redundancyFailures() {
        return node.failsRedundancy() ? primaries() + secondaries() : 0;
    }

    @Override
    public double reservedMemory() {
        return (double) node.memoryReserved() / hardware().memory().total();
    }

    @Override
    public double primaries() {
        return node.primaries()
                .filter(residence -> residence.resident().isReal())
                .count();
    }

    @Override
    public double secondaries() {
        return node.secondaries()
                .filter(residence -> residence.resident().isReal())
                .count();
    }

    @Override
    public double vcpuRatio() {
        return present.vcpus() / hardware().cpus().total() / hardware().cpus().speed();
    }

    @Override
    public double cpuLoad() {
        return loadOfPrimaries(Utilisation::cpu);
    }

    @Override
    public double memoryLoad() {
        return loadOfPrimaries(Utilisation::memory);
    }

    @Override
    public double diskLoad() {
        double load = 0;
        for (Residence residence : node.residences()) {
            load += residence.resident().isReal() ? residence.resident().load().disk() : 0;
        }
        return load;
    }

    @Override
    public double networkLoad() {
        return loadOfPrimaries(Utilisation::network);
    }

    @Override
    public double conflictingTags() {
        List<String> tags = node.primaries()
                .flatMap(residence -> residence.resident().exclusionTags().stream())
                .toList();
        return tags.size() - Set.copyOf(tags).size();
    }

    @Override
    public double spindleUse() {
        return present.spindleUse() / node.loaded().spindleLimit();
    }

    @Override
    public double plannedFreeMemory() {
        return planned.memoryFree() / hardware().memory().total();
    }

    @Override
    public double plannedFreeDisk() {
        return hardware().spindles().exclusive()
                ? freeRatio(
                        planned.spindlesFree(), (double) hardware().spindles().total())
                : freeRatio(planned.diskFree(), hardware().disk().total());
    }

    @Override
    public double plannedVcpuRatio() {
        return planned.vcpus() / hardware().cpus().total() / hardware().cpus().speed();
    }

    @Override
    public double plannedSpindleUse() {
        return planned.spindleUse() / node.loaded().spindleLimit();
    }

    @Override
    public double locationFaults() {
        return node.primaries()
                .filter(residence -> residence.resident().isReal())
                .mapToLong(residence -> residence.sharedDomains() + missedLocations(residence.resident()))
                .sum();
    }

    private long missedLocations(CheckedInstance resident) {
        Set<String> missed = new HashSet<>(resident.desiredLocations());
        missed.removeAll(node.loaded().locations());
        return missed.size();
    }

    private double loadOfPrimaries(ToDoubleFunction<Utilisation> figure) {
        double load = 0;
        for (Residence residence : node.residences()) {
            boolean counts = residence instanceof Residence.Primary
                    && residence.resident().isReal();
            load += counts ? figure.applyAsDouble(residence.resident().load()) : 0;
        }
        return load;
    }

    private Node hardware() {
        return node.node();
    }

    /** Storage that does not exist counts as free. */
    private static double freeRatio(long free, double total) {
        return total == 0 ? 1 : free / total;
    }
}
