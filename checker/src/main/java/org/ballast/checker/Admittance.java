package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check of an instance that comes to a node.
 *
 * @param after the node with the instance, whether it is welcome or not
 * @param refusals what speaks against it; none if it is welcome
 */
record Admittance(CheckedNode after, List<HostRefusal> refusals) {

    Admittance {
        refusals = List.copyOf(refusals);
    }

    /** How strictly a node is checked. */
    enum Strictness {
        /** All rules hold. */
        STRICT,
        /** Soft rules are waived. */
        LENIENT,
        /** Soft rules are waived, and so is space for a copy that is on the node's disks already. */
        COPY_EXISTS
    }

    /**
     * Asks the node to run the instance.
     *
     * @param sharedDomains failure domains that the node has in common with the instance's secondary
     */
    static Admittance primary(CheckedNode before, CheckedInstance resident, int sharedDomains, Strictness strictness) {
        CheckedNode after = before.arrive(new Residence.Primary(resident, sharedDomains));
        List<HostRefusal> refusals = new ArrayList<>();
        if (resident.isReal()) {
            ResourceRules present = new ResourceRules(before.loaded(), resident, before.present(), after.present());
            refusals.addAll(present.hardForPrimary());
            if (strictness == Strictness.STRICT) {
                refusals.addAll(present.softForPrimary());
                newlyUnsafe(before, after, resident).ifPresent(refusals::add);
                sharedTag(before, resident).ifPresent(refusals::add);
            }
        }
        if (strictness == Strictness.STRICT && refusals.isEmpty()) {
            ResourceRules planned = new ResourceRules(before.loaded(), resident, before.planned(), after.planned());
            planned.hardForPrimary().forEach(reason -> refusals.add(new HostRefusal.Planned(reason)));
            planned.softForPrimary().forEach(reason -> refusals.add(new HostRefusal.Planned(reason)));
        }
        return new Admittance(after, refusals);
    }

    /**
     * Asks the node to keep the instance's second copy.
     *
     * @param primary index of the node that runs the instance
     */
    static Admittance secondary(CheckedNode before, CheckedInstance resident, int primary, Strictness strictness) {
        CheckedNode after = before.arrive(new Residence.Secondary(resident, primary));
        List<HostRefusal> refusals = new ArrayList<>();
        if (resident.isReal()) {
            ResourceRules present = new ResourceRules(before.loaded(), resident, before.present(), after.present());
            refusals.addAll(present.hardForSecondary(strictness == Strictness.COPY_EXISTS));
            if (strictness == Strictness.STRICT) {
                refusals.addAll(present.softForSecondary());
                newlyUnsafe(before, after, resident).ifPresent(refusals::add);
            }
        }
        if (strictness == Strictness.STRICT && refusals.isEmpty()) {
            ResourceRules planned = new ResourceRules(before.loaded(), resident, before.planned(), after.planned());
            planned.hardForSecondary(false).forEach(reason -> refusals.add(new HostRefusal.Planned(reason)));
            planned.softForSecondary().forEach(reason -> refusals.add(new HostRefusal.Planned(reason)));
        }
        return new Admittance(after, refusals);
    }

    private static Optional<HostRefusal> newlyUnsafe(CheckedNode before, CheckedNode after, CheckedInstance resident) {
        return after.failsRedundancy() && !before.failsRedundancy()
                ? Optional.of(new HostRefusal.Redundancy(
                        after.index(),
                        resident.index(),
                        after.reserve().worst(),
                        after.memoryReserved(),
                        after.memoryFree()))
                : Optional.empty();
    }

    private static Optional<HostRefusal> sharedTag(CheckedNode before, CheckedInstance resident) {
        return before.primaries()
                .map(Residence.Primary::resident)
                .flatMap(present -> present.exclusionTags().stream()
                        .filter(resident.exclusionTags()::contains)
                        .<HostRefusal>map(tag ->
                                new HostRefusal.ExclusionTag(before.index(), resident.index(), tag, present.index())))
                .findFirst();
    }
}
