package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;

/**
 * One move on trial: it is made, allowed or not, and the refusals of its nodes are collected. Which soft rules are
 * waived for leaving an offline node depends on the kind of move, as do the states in between that are looked at.
 *
 * <p>Source: what {@code hbal} of Ganeti 3.0 accepts ({@code applyMoveEx} in its htools).
 */
final class MoveTrial {
    private final Scenario scenario;
    private final CheckedCluster cluster;
    private final boolean ignoreSoftErrors;
    private final CheckedInstance resident;
    private final Placement from;
    private final List<Refusal> refusals = new ArrayList<>();

    MoveTrial(Scenario scenario, CheckedCluster cluster, boolean ignoreSoftErrors, int instance) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.ignoreSoftErrors = ignoreSoftErrors;
        this.resident = cluster.resident(instance);
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
        CheckedNode runner = run(oldSecondary.depart(resident), currentSharedDomains(), leaving(oldPrimary));
        Admittance.Strictness strictness =
                oldPrimary.node().isOffline() ? Admittance.Strictness.COPY_EXISTS : leaving(oldPrimary);
        CheckedNode mirror = mirror(oldPrimary.depart(resident), oldSecondary, strictness);
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
        cluster.replace(oldPrimary.depart(resident), runner);
        cluster.place(resident.index(), new Placement(target.index(), from.secondary()));
    }

    private void replacePrimary(CheckedNode target) {
        CheckedNode oldPrimary = cluster.node(from.primary());
        CheckedNode secondary = cluster.node(from.secondary());
        Admittance.Strictness strictness = leaving(oldPrimary);
        migrate(oldPrimary, secondary);
        migrate(secondary, target);
        int sharedDomains = sharedDomains(target, secondary);
        CheckedNode inBetween = run(secondary.depart(resident), sharedDomains, strictness);
        CheckedNode runner = run(target, sharedDomains, strictness);
        CheckedNode mirror = mirror(inBetween.depart(resident), target, strictness);
        cluster.replace(oldPrimary.depart(resident));
        settle(runner, mirror);
    }

    private void replaceSecondary(CheckedNode target) {
        CheckedNode primary = cluster.node(from.primary());
        CheckedNode oldSecondary = cluster.node(from.secondary());
        CheckedNode mirror = mirror(target, primary, leaving(oldSecondary));
        CheckedNode runner =
                run(primary.depart(resident), sharedDomains(primary, target), Admittance.Strictness.LENIENT);
        cluster.replace(oldSecondary.depart(resident));
        settle(runner, mirror);
    }

    private void replaceAndFailover(CheckedNode target) {
        CheckedNode oldPrimary = cluster.node(from.primary());
        CheckedNode oldSecondary = cluster.node(from.secondary());
        migrate(oldPrimary, target);
        // The node that is left is the secondary; that the old primary is offline excuses nothing.
        CheckedNode runner = run(target, sharedDomains(target, oldPrimary), ordinary());
        CheckedNode mirror = mirror(oldPrimary.depart(resident), target, leaving(oldSecondary));
        cluster.replace(oldSecondary.depart(resident));
        settle(runner, mirror);
    }

    private void failoverAndReplace(CheckedNode target) {
        CheckedNode oldPrimary = cluster.node(from.primary());
        CheckedNode oldSecondary = cluster.node(from.secondary());
        migrate(oldPrimary, oldSecondary);
        CheckedNode runner =
                run(oldSecondary.depart(resident), sharedDomains(oldSecondary, target), leaving(oldPrimary));
        CheckedNode mirror = mirror(target, oldSecondary, leaving(oldPrimary));
        cluster.replace(oldPrimary.depart(resident));
        settle(runner, mirror);
    }

    private CheckedNode run(CheckedNode node, int sharedDomains, Admittance.Strictness strictness) {
        Admittance admittance = Admittance.primary(node, resident, sharedDomains, strictness);
        refusals.addAll(admittance.refusals());
        return admittance.after();
    }

    private CheckedNode mirror(CheckedNode node, CheckedNode primary, Admittance.Strictness strictness) {
        Admittance admittance = Admittance.secondary(node, resident, primary.index(), strictness);
        refusals.addAll(admittance.refusals());
        return admittance.after();
    }

    private void settle(CheckedNode runner, CheckedNode mirror) {
        cluster.replace(runner, mirror);
        cluster.place(resident.index(), new Placement(runner.index(), mirror.index()));
    }

    private void migrate(CheckedNode source, CheckedNode destination) {
        Set<String> accepted = scenario.tags().acceptedMigrationTags(destination.node());
        Optional<String> refused = scenario.tags().migrationTags(source.node()).stream()
                .filter(tag -> !accepted.contains(tag))
                .findFirst();
        refused.ifPresent(tag ->
                refusals.add(new MoveRefusal.MigrationTag(resident.index(), source.index(), destination.index(), tag)));
    }

    private Admittance.Strictness leaving(CheckedNode node) {
        return node.node().isOffline() ? Admittance.Strictness.LENIENT : ordinary();
    }

    private Admittance.Strictness ordinary() {
        return ignoreSoftErrors ? Admittance.Strictness.LENIENT : Admittance.Strictness.STRICT;
    }

    private int sharedDomains(CheckedNode one, CheckedNode other) {
        return cluster.sharedDomains(one.index(), other.index());
    }

    /** A change of roles, or of the primary alone, keeps the figure that the instance came with. */
    private int currentSharedDomains() {
        return cluster.node(from.primary())
                .primaries()
                .filter(residence -> residence.resident().index() == resident.index())
                .mapToInt(Residence.Primary::sharedDomains)
                .sum();
    }
}
