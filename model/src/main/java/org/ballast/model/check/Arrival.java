package org.ballast.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A guest that comes to a node, and what the node says to it.
 *
 * @param after the node with the guest, whether it is welcome or not
 * @param refusals what speaks against it; none if it is welcome
 */
record Arrival(CheckedNode after, List<HostRefusal> refusals) {

    Arrival {
        refusals = List.copyOf(refusals);
    }

    /** How strictly a node judges. */
    enum Rigour {
        /** All rules hold. */
        STRICT,
        /** Soft rules are waived. */
        LENIENT,
        /** Soft rules are waived, and so is space for a copy that is on the node's disks already. */
        COPY_EXISTS
    }

    /**
     * Asks the node to run the guest.
     *
     * @param sharedDomains failure domains that the node has in common with the guest's secondary
     */
    static Arrival primary(CheckedNode before, Guest guest, int sharedDomains, Rigour rigour) {
        CheckedNode after = before.arrive(new Stay.Primary(guest, sharedDomains));
        List<HostRefusal> refusals = new ArrayList<>();
        if (guest.isReal()) {
            RoomRules present = new RoomRules(before.loaded(), guest, before.present(), after.present());
            refusals.addAll(present.hardForPrimary());
            if (rigour == Rigour.STRICT) {
                refusals.addAll(present.softForPrimary());
                newlyUnsafe(before, after, guest).ifPresent(refusals::add);
                sharedTag(before, guest).ifPresent(refusals::add);
            }
        }
        if (rigour == Rigour.STRICT && refusals.isEmpty()) {
            RoomRules planned = new RoomRules(before.loaded(), guest, before.planned(), after.planned());
            planned.hardForPrimary().forEach(reason -> refusals.add(new HostRefusal.Planned(reason)));
            planned.softForPrimary().forEach(reason -> refusals.add(new HostRefusal.Planned(reason)));
        }
        return new Arrival(after, refusals);
    }

    /**
     * Asks the node to keep the guest's second copy.
     *
     * @param primary index of the node that runs the guest
     */
    static Arrival secondary(CheckedNode before, Guest guest, int primary, Rigour rigour) {
        CheckedNode after = before.arrive(new Stay.Secondary(guest, primary));
        List<HostRefusal> refusals = new ArrayList<>();
        if (guest.isReal()) {
            RoomRules present = new RoomRules(before.loaded(), guest, before.present(), after.present());
            refusals.addAll(present.hardForSecondary(rigour == Rigour.COPY_EXISTS));
            if (rigour == Rigour.STRICT) {
                refusals.addAll(present.softForSecondary());
                newlyUnsafe(before, after, guest).ifPresent(refusals::add);
            }
        }
        if (rigour == Rigour.STRICT && refusals.isEmpty()) {
            RoomRules planned = new RoomRules(before.loaded(), guest, before.planned(), after.planned());
            planned.hardForSecondary(false).forEach(reason -> refusals.add(new HostRefusal.Planned(reason)));
            planned.softForSecondary().forEach(reason -> refusals.add(new HostRefusal.Planned(reason)));
        }
        return new Arrival(after, refusals);
    }

    private static Optional<HostRefusal> newlyUnsafe(CheckedNode before, CheckedNode after, Guest guest) {
        return after.failsRedundancy() && !before.failsRedundancy()
                ? Optional.of(new HostRefusal.Redundancy(
                        after.index(),
                        guest.index(),
                        after.reserve().worst(),
                        after.memoryReserved(),
                        after.memoryFree()))
                : Optional.empty();
    }

    private static Optional<HostRefusal> sharedTag(CheckedNode before, Guest guest) {
        return before.primaries()
                .map(Stay.Primary::guest)
                .flatMap(present -> present.exclusionTags().stream()
                        .filter(guest.exclusionTags()::contains)
                        .<HostRefusal>map(tag ->
                                new HostRefusal.ExclusionTag(before.index(), guest.index(), tag, present.index())))
                .findFirst();
    }
}
