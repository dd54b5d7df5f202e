package org.ballast.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;

/**
 * Makes one move, allowed or not, and collects what its nodes have against it. Which soft rules are waived for leaving
 * an offline node depends on the kind of move, as do the states in between that are looked at.
 *
 * <p>Source: what {@code hbal} of Ganeti 3.0 accepts ({@code applyMoveEx} in its htools).
 */
final class MoveTrial {
    private final Scenario scenario;
    private final CheckedCluster cluster;
    private final boolean softErrorsIgnored;
    private final Guest guest;
    private final Placement from;
    private final List<Refusal> refusals = new ArrayList<>();

    MoveTrial(Scenario scenario, CheckedCluster cluster, boolean softErrorsIgnored, int instance) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.softErrorsIgnored = softErrorsIgnored;
        this.guest = cluster.guest(instance);
        this.from = cluster.placement(instance);
    }

    /** Makes the move on the cluster and returns what forbids it. */
    List<Refusal> make(Move move) {
        switch (move) {
            case Move.Failover failover -> failover();
            case Move.FailoverToAny any -> failoverToAny(cluster.node(any.target()));
            case Move.OfflineMove offline -> restart(cluster.node(offline.target()));
            case Move.ReplacePrimary replace -> replacePrimary(cluster.node(replace.target()));
            case Move.ReplaceSecondary replace -> replaceSecondary(cluster.node(replace.target()));
            case Move.ReplaceAndFailover replace -> replaceAndFailover(cluster.node(replace.target()));
            case Move.FailoverAndReplace failover -> failoverAndReplace(cluster.node(failover.target()));
        }
        return List.copyOf(refusals);
    }

    private void failover() {
        CheckedNode oldPrimary = cluster.node(from.primary());
        CheckedNode oldSecondary = cluster.node(from.secondary());
        migrate(oldPrimary, oldSecondary);
        CheckedNode runner = run(oldSecondary.depart(guest), currentSharedDomains(), leaving(oldPrimary));
        Arrival.Rigour rigour = oldPrimary.node().isOffline() ? Arrival.Rigour.COPY_EXISTS : leaving(oldPrimary);
        CheckedNode mirror = mirror(oldPrimary.depart(guest), oldSecondary, rigour);
        settle(runner, mirror);
    }

    private void failoverToAny(CheckedNode target) {
        CheckedNode oldPrimary = cluster.node(from.primary());
        migrate(oldPrimary, target);
        restart(target);
    }

    private void restart(CheckedNode target) {
        CheckedNode oldPrimary = cluster.node(from.primary());
        CheckedNode runner = run(target, currentSharedDomains(), leaving(oldPrimary));
        cluster.replace(oldPrimary.depart(guest), runner);
        cluster.place(guest.index(), new Placement(target.index(), from.secondary()));
    }

    private void replacePrimary(CheckedNode target) {
        CheckedNode oldPrimary = cluster.node(from.primary());
        CheckedNode secondary = cluster.node(from.secondary());
        Arrival.Rigour rigour = leaving(oldPrimary);
        migrate(oldPrimary, secondary);
        migrate(secondary, target);
        int sharedDomains = sharedDomains(target, secondary);
        CheckedNode inBetween = run(secondary.depart(guest), sharedDomains, rigour);
        CheckedNode runner = run(target, sharedDomains, rigour);
        CheckedNode mirror = mirror(inBetween.depart(guest), target, rigour);
        cluster.replace(oldPrimary.depart(guest));
        settle(runner, mirror);
    }

    private void replaceSecondary(CheckedNode target) {
        CheckedNode primary = cluster.node(from.primary());
        CheckedNode oldSecondary = cluster.node(from.secondary());
        CheckedNode mirror = mirror(target, primary, leaving(oldSecondary));
        CheckedNode runner = run(primary.depart(guest), sharedDomains(primary, target), Arrival.Rigour.LENIENT);
        cluster.replace(oldSecondary.depart(guest));
        settle(runner, mirror);
    }

    private void replaceAndFailover(CheckedNode target) {
        CheckedNode oldPrimary = cluster.node(from.primary());
        CheckedNode oldSecondary = cluster.node(from.secondary());
        migrate(oldPrimary, target);
        // The node that is left is the secondary; that the old primary is offline excuses nothing.
        CheckedNode runner = run(target, sharedDomains(target, oldPrimary), ordinary());
        CheckedNode mirror = mirror(oldPrimary.depart(guest), target, leaving(oldSecondary));
        cluster.replace(oldSecondary.depart(guest));
        settle(runner, mirror);
    }

    private void failoverAndReplace(CheckedNode target) {
        CheckedNode oldPrimary = cluster.node(from.primary());
        CheckedNode oldSecondary = cluster.node(from.secondary());
        migrate(oldPrimary, oldSecondary);
        CheckedNode runner = run(oldSecondary.depart(guest), sharedDomains(oldSecondary, target), leaving(oldPrimary));
        CheckedNode mirror = mirror(target, oldSecondary, leaving(oldPrimary));
        cluster.replace(oldPrimary.depart(guest));
        settle(runner, mirror);
    }

    private CheckedNode run(CheckedNode node, int sharedDomains, Arrival.Rigour rigour) {
        Arrival arrival = Arrival.primary(node, guest, sharedDomains, rigour);
        refusals.addAll(arrival.refusals());
        return arrival.after();
    }

    private CheckedNode mirror(CheckedNode node, CheckedNode primary, Arrival.Rigour rigour) {
        Arrival arrival = Arrival.secondary(node, guest, primary.index(), rigour);
        refusals.addAll(arrival.refusals());
        return arrival.after();
    }

    private void settle(CheckedNode runner, CheckedNode mirror) {
        cluster.replace(runner, mirror);
        cluster.place(guest.index(), new Placement(runner.index(), mirror.index()));
    }

    private void migrate(CheckedNode source, CheckedNode destination) {
        Set<String> accepted = scenario.tags().acceptedMigrationTags(destination.node());
        Optional<String> refused = scenario.tags().migrationTags(source.node()).stream()
                .filter(tag -> !accepted.contains(tag))
                .findFirst();
        refused.ifPresent(tag ->
                refusals.add(new MoveRefusal.MigrationTag(guest.index(), source.index(), destination.index(), tag)));
    }

    private Arrival.Rigour leaving(CheckedNode node) {
        return node.node().isOffline() ? Arrival.Rigour.LENIENT : ordinary();
    }

    private Arrival.Rigour ordinary() {
        return softErrorsIgnored ? Arrival.Rigour.LENIENT : Arrival.Rigour.STRICT;
    }

    private int sharedDomains(CheckedNode one, CheckedNode other) {
        return cluster.sharedDomains(one.index(), other.index());
    }

    /** A change of roles, or of the primary alone, keeps the figure that the guest came with. */
    private int currentSharedDomains() {
        return cluster.node(from.primary())
                .primaries()
                .filter(stay -> stay.guest().index() == guest.index())
                .mapToInt(Stay.Primary::sharedDomains)
                .sum();
    }
}
