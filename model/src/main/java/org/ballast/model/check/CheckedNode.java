package org.ballast.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/**
 * A node at one moment of a plan. Every figure is summed up anew from the stays, with three exceptions that depend on
 * how the node came to hold them: whether a move has touched it, its free spindles (see {@link #arrive}), and its
 * {@link FailoverReserve}.
 *
 * @param loaded what does not change
 * @param stays who is here, in order of arrival
 * @param spindlesFree free spindles, with exclusive storage only
 * @param plannedSpindlesFree free spindles, forthcoming instances included
 * @param reserve memory that is kept free for failovers
 * @param touched whether an existing guest came or went since the start
 */
record CheckedNode(
        LoadedNode loaded,
        List<Stay> stays,
        long spindlesFree,
        long plannedSpindlesFree,
        FailoverReserve reserve,
        boolean touched) {

    CheckedNode {
        stays = List.copyOf(stays);
    }

    /** Returns the node as it was read; reported figures then include the existing guests already. */
    static CheckedNode load(Scenario scenario, int index, List<Stay> stays) {
        LoadedNode loaded = LoadedNode.of(scenario, index, stays);
        long spindles = loaded.node().spindlesFree();
        long planned = spindles;
        for (Stay stay : stays) {
            planned = stay.guest().isReal() ? planned : claim(planned, stay.guest());
        }
        return new CheckedNode(loaded, stays, spindles, planned, FailoverReserve.load(stays), false);
    }

    int index() {
        return loaded.index();
    }

    Node node() {
        return loaded.node();
    }

    /**
     * Returns this node with one more stay. A guest of unknown spindles claims all that there are and one more, and
     * gives none back when it leaves.
     */
    CheckedNode arrive(Stay stay) {
        Guest guest = stay.guest();
        List<Stay> more = new ArrayList<>(stays);
        more.add(stay);
        return new CheckedNode(
                loaded,
                more,
                guest.isReal() ? claim(spindlesFree, guest) : spindlesFree,
                claim(plannedSpindlesFree, guest),
                reserve.arrive(stay),
                touched || guest.isReal());
    }

    /** Returns this node without the guest in either role. */
    CheckedNode depart(Guest guest) {
        List<Stay> fewer = new ArrayList<>();
        FailoverReserve smaller = reserve;
        for (Stay stay : stays) {
            if (stay.guest().index() == guest.index()) {
                smaller = smaller.depart(stay);
            } else {
                fewer.add(stay);
            }
        }
        long returned = guest.instance().totalSpindles().orElse(0);
        return new CheckedNode(
                loaded,
                fewer,
                guest.isReal() ? spindlesFree + returned : spindlesFree,
                plannedSpindlesFree + returned,
                smaller,
                touched || guest.isReal());
    }

    private static long claim(long free, Guest guest) {
        OptionalLong spindles = guest.instance().totalSpindles();
        return spindles.isPresent() ? free - spindles.getAsLong() : -1;
    }

    /** Returns the guests that run here, or are meant to; forthcoming ones included. */
    Stream<Stay.Primary> primaries() {
        return stays.stream().filter(Stay.Primary.class::isInstance).map(Stay.Primary.class::cast);
    }

    /** Returns the guests whose second copy is here; forthcoming ones included. */
    Stream<Stay.Secondary> secondaries() {
        return stays.stream().filter(Stay.Secondary.class::isInstance).map(Stay.Secondary.class::cast);
    }

    /** Returns memory in MiB that is neither used by existing guests nor missing since the start. */
    long memoryFree() {
        return (long) node().memoryTotal()
                - node().memoryReserved()
                - sumOfPrimaries(Guest::memoryInUse)
                - Math.max(0, loaded.missingMemory());
    }

    /** Returns memory in MiB that the failure of the one worst other node would claim here. */
    long memoryReserved() {
        return reserve.memory();
    }

    /** Returns whether a failover would not fit: judged by reported memory until a move touches the node. */
    boolean failsRedundancy() {
        return touched ? memoryFree() <= memoryReserved() : node().memoryFree() < memoryReserved();
    }

    /** Returns the room beside the guests that exist, as they are now. */
    Room present() {
        return new Room(
                memoryFree(),
                loaded.disk() - sum(Guest::localDisk, Guest::isReal),
                spindlesFree,
                node().exclusiveStorage() ? 0 : sum(Guest::spindleUse, Guest::isReal),
                node().cpusReserved() + sumOfPrimaries(guest -> guest.isReal() ? guest.vcpus() : 0));
    }

    /** Returns the room beside all guests, forthcoming ones included, as if they ran. */
    Room planned() {
        return new Room(
                loaded.plannedMemory()
                        - sumOfPrimaries(guest -> guest.instance().memory()),
                loaded.disk() - sum(Guest::localDisk, guest -> true),
                plannedSpindlesFree,
                node().exclusiveStorage() ? 0 : sum(Guest::spindleUse, guest -> true),
                node().cpusReserved() + sumOfPrimaries(Guest::vcpus));
    }

    private long sumOfPrimaries(ToLongFunction<Guest> amount) {
        return primaries().map(Stay.Primary::guest).mapToLong(amount).sum();
    }

    private long sum(ToLongFunction<Guest> amount, Predicate<Guest> counts) {
        return stays.stream().map(Stay::guest).filter(counts).mapToLong(amount).sum();
    }
}
