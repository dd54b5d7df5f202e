package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.ballast.model.N1Rule;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/**
 * A node at one moment of a plan. Every figure is summed up anew from the residences, with three exceptions that depend
 * on how the node came to hold them: whether a move has touched it, its free spindles (see {@link #arrive}), and its
 * {@link FailoverReserve}.
 *
 * @param loaded what does not change
 * @param residences who is here, in order of arrival
 * @param spindlesFree free spindles, with exclusive storage only
 * @param plannedSpindlesFree free spindles, forthcoming instances included
 * @param reserve memory that is kept free for failovers
 * @param touched whether an existing instance came or went since the start
 */
record CheckedNode(
        LoadedNode loaded,
        List<Residence> residences,
        long spindlesFree,
        long plannedSpindlesFree,
        FailoverReserve reserve,
        boolean touched) {

    CheckedNode {
        residences = List.copyOf(residences);
    }

    /** Returns the node as it was read; reported figures then include the existing instances already. */
    static CheckedNode load(Scenario scenario, int index, List<Residence> residences) {
        LoadedNode loaded = LoadedNode.of(scenario, index, residences);
        long spindles = loaded.node().spindles().free();
        long planned = spindles;
        for (Residence residence : residences) {
            planned = residence.resident().isReal() ? planned : claim(planned, residence.resident());
        }
        return new CheckedNode(loaded, residences, spindles, planned, FailoverReserve.load(residences), false);
    }

    int index() {
        return loaded.index();
    }

    Node node() {
        return loaded.node();
    }

    /**
     * Returns this node with one more residence. An instance of unknown spindles claims all that there are and one
     * more, and gives none back when it leaves.
     */
    CheckedNode arrive(Residence residence) {
        CheckedInstance resident = residence.resident();
        List<Residence> more = new ArrayList<>(residences);
        more.add(residence);
        return new CheckedNode(
                loaded,
                more,
                resident.isReal() ? claim(spindlesFree, resident) : spindlesFree,
                claim(plannedSpindlesFree, resident),
                reserve.arrive(residence),
                touched || resident.isReal());
    }

    /** Returns this node without the instance in either role. */
    CheckedNode depart(CheckedInstance resident) {
        List<Residence> fewer = new ArrayList<>();
        FailoverReserve smaller = reserve;
        for (Residence residence : residences) {
            if (residence.resident().index() == resident.index()) {
                smaller = smaller.depart(residence);
            } else {
                fewer.add(residence);
            }
        }
        long returned = resident.instance().totalSpindles().orElse(0);
        return new CheckedNode(
                loaded,
                fewer,
                resident.isReal() ? spindlesFree + returned : spindlesFree,
                plannedSpindlesFree + returned,
                smaller,
                touched || resident.isReal());
    }

    /** Returns this node with more of a resource. */
    CheckedNode enlarged(HostResource resource, long amount) {
        boolean spindles = resource == HostResource.SPINDLES;
        return new CheckedNode(
                loaded.enlarged(resource, amount),
                residences,
                spindles ? spindlesFree + amount : spindlesFree,
                spindles ? plannedSpindlesFree + amount : plannedSpindlesFree,
                reserve,
                touched);
    }

    private static long claim(long free, CheckedInstance resident) {
        OptionalLong spindles = resident.instance().totalSpindles();
        return spindles.isPresent() ? free - spindles.getAsLong() : -1;
    }

    /** Returns the instances that run here, or are meant to; forthcoming ones included. */
    Stream<Residence.Primary> primaries() {
        return residences.stream().filter(Residence.Primary.class::isInstance).map(Residence.Primary.class::cast);
    }

    /** Returns the instances whose second copy is here; forthcoming ones included. */
    Stream<Residence.Secondary> secondaries() {
        return residences.stream().filter(Residence.Secondary.class::isInstance).map(Residence.Secondary.class::cast);
    }

    /** Returns memory in MiB that is neither used by existing instances nor missing since the start. */
    long memoryFree() {
        return (long) node().memory().total()
                - node().memory().reserved()
                - sumOfPrimaries(CheckedInstance::memoryInUse)
                - Math.max(0, loaded.missingMemory());
    }

    /** Returns memory in MiB that the failure of the one worst other node would claim here. */
    long memoryReserved() {
        return reserve.memory();
    }

    /** Returns whether a failover would not fit: by the rule for nodes as they were read until a move touches this one. */
    boolean failsRedundancy() {
        boolean isByAssignment = touched || loaded.n1Rule() == N1Rule.ASSIGNED;
        return isByAssignment
                ? memoryFree() <= memoryReserved()
                : node().memory().free() < memoryReserved();
    }

    /** Returns the free resources beside the instances that exist, as they are now. */
    AvailableResources present() {
        return new AvailableResources(
                memoryFree(),
                loaded.disk() - sum(CheckedInstance::localDisk, CheckedInstance::isReal),
                spindlesFree,
                node().spindles().exclusive() ? 0 : sum(CheckedInstance::spindleUse, CheckedInstance::isReal),
                node().cpus().reserved() + sumOfPrimaries(resident -> resident.isReal() ? resident.vcpus() : 0));
    }

    /** Returns the free resources beside all instances, forthcoming ones included, as if they ran. */
    AvailableResources planned() {
        return new AvailableResources(
                loaded.plannedMemory()
                        - sumOfPrimaries(resident -> resident.instance().memory()),
                loaded.disk() - sum(CheckedInstance::localDisk, resident -> true),
                plannedSpindlesFree,
                node().spindles().exclusive() ? 0 : sum(CheckedInstance::spindleUse, resident -> true),
                node().cpus().reserved() + sumOfPrimaries(CheckedInstance::vcpus));
    }

    private long sumOfPrimaries(ToLongFunction<CheckedInstance> amount) {
        return primaries().map(Residence.Primary::resident).mapToLong(amount).sum();
    }

    private long sum(ToLongFunction<CheckedInstance> amount, Predicate<CheckedInstance> counts) {
        return residences.stream()
                .map(Residence::resident)
                .filter(counts)
                .mapToLong(amount)
                .sum();
    }
}
