package org.ballast.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;

/**
 * A checker of placements: of new instances, one after another, and of second copies of existing ones. Like
 * {@link PlanChecker} it shares no code with any planner. It keeps account of what was placed, welcome or not, and is
 * for one answer of an allocator.
 *
 * <p>Checked are the nodes' number, their group's policy and networks, that they are online, the room on both, and on
 * demand whether every node may fail.
 */
public final class PlacementChecker {
    private final Scenario scenario;
    private final boolean ignoreSoftErrors;
    private final CheckedCluster checked;
    private final List<Instance> instances;

    /**
     * Makes a checker.
     *
     * @param scenario the state at the start
     * @param ignoreSoftErrors whether soft rules (see {@link HostRefusal}) are waived for the node that runs the
     *     instance; they never are for its second copy
     */
    public PlacementChecker(Scenario scenario, boolean ignoreSoftErrors) {
        this.scenario = scenario;
        this.ignoreSoftErrors = ignoreSoftErrors;
        checked = new CheckedCluster(scenario);
        instances = new ArrayList<>(scenario.cluster().instances());
    }

    /** Makes a move of an existing instance, allowed or not. */
    void make(Move move) {
        new MoveTrial(scenario, checked, ignoreSoftErrors, move.instance()).make(move);
        instances.set(move.instance(), instances.get(move.instance()).withPlacement(placement(move.instance())));
    }

    private Placement placement(int instance) {
        return checked.placement(instance);
    }

    /** Puts a new instance somewhere and returns what speaks against it. */
    public List<Refusal> place(Instance instance, Placement placement) {
        CheckedInstance resident = CheckedInstance.of(scenario.tags(), instances.size(), instance);
        instances.add(instance.withPlacement(placement));
        List<Refusal> refusals = new ArrayList<>();
        if (!placement.isNowhere()) {
            refuseDisconnected(resident, placement.primary(), refusals);
        }
        refusals.addAll(arrive(resident, placement));
        return refusals;
    }

    /** Gives an instance a second copy of its disks on a node, by DRBD, and returns what speaks against it. */
    public List<Refusal> mirror(int index, int node) {
        Instance mirrored = instances.get(index).withTemplate(DiskTemplate.DRBD);
        int primary = checked.placement(index).primary();
        checked.replace(checked.node(primary).depart(checked.resident(index)));
        Placement placement = new Placement(primary, node);
        instances.set(index, mirrored.withPlacement(placement));
        return arrive(CheckedInstance.of(scenario.tags(), index, mirrored), placement);
    }

    /**
     * Returns what could not be restarted elsewhere if any one node of these groups failed, as far as that is certain.
     */
    public List<Refusal> stranded(Set<Integer> groups) {
        List<Refusal> refusals = new ArrayList<>();
        for (CheckedNode node : checked.nodes()) {
            if (groups.contains(node.node().group())) {
                refusals.addAll(new NodeFailure(scenario, checked.copy(), node.index()).refusals());
            }
        }
        return refusals;
    }

    /** Returns the cluster with all instances where they are now. Its nodes still report what they did at the start. */
    public Cluster cluster() {
        return scenario.cluster().withInstances(instances);
    }

    private List<Refusal> arrive(CheckedInstance resident, Placement placement) {
        List<Refusal> refusals = new ArrayList<>();
        if (!isPossible(resident.instance(), placement)) {
            refusals.add(new PlacementRefusal.WrongNodes(resident.index(), placement));
            return refusals;
        }
        refuseByPolicy(resident, placement.primary(), refusals);
        CheckedNode primary = checked.node(placement.primary());
        refuseOffline(resident, primary, refusals);
        int sharedDomains =
                placement.hasSecondary() ? checked.sharedDomains(placement.primary(), placement.secondary()) : 0;
        Admittance.Strictness strictness =
                ignoreSoftErrors ? Admittance.Strictness.LENIENT : Admittance.Strictness.STRICT;
        Admittance runner = Admittance.primary(primary, resident, sharedDomains, strictness);
        refusals.addAll(runner.refusals());
        checked.replace(runner.after());
        if (placement.hasSecondary()) {
            CheckedNode secondary = checked.node(placement.secondary());
            refuseOffline(resident, secondary, refusals);
            Admittance mirror =
                    Admittance.secondary(secondary, resident, primary.index(), Admittance.Strictness.STRICT);
            refusals.addAll(mirror.refusals());
            checked.replace(mirror.after());
        }
        checked.enter(resident, placement);
        return refusals;
    }

    private boolean isPossible(Instance instance, Placement placement) {
        List<Node> nodes = scenario.cluster().nodes();
        if (placement.isNowhere()
                || placement.hasSecondary() != instance.template().hasSecondary()) {
            return false;
        }
        return !placement.hasSecondary()
                || (placement.primary() != placement.secondary()
                        && nodes.get(placement.primary()).group()
                                == nodes.get(placement.secondary()).group());
    }

    private void refuseByPolicy(CheckedInstance resident, int index, List<Refusal> refusals) {
        Node node = scenario.cluster().nodes().get(index);
        scenario.cluster()
                .groups()
                .get(node.group())
                .policy()
                .violation(resident.instance(), node.spindles().exclusive())
                .ifPresent(violation ->
                        refusals.add(new PlacementRefusal.AgainstPolicy(resident.index(), index, violation)));
    }

    private void refuseDisconnected(CheckedInstance resident, int index, List<Refusal> refusals) {
        int group = scenario.cluster().nodes().get(index).group();
        Set<String> missing = new HashSet<>(resident.instance().networks());
        missing.removeAll(scenario.cluster().groups().get(group).networks());
        Optional<String> first = missing.stream().sorted().findFirst();
        first.ifPresent(network -> refusals.add(new PlacementRefusal.Disconnected(resident.index(), index, network)));
    }

    private static void refuseOffline(CheckedInstance resident, CheckedNode node, List<Refusal> refusals) {
        if (node.node().isOffline()) {
            refusals.add(new MoveRefusal.OfflineTarget(resident.index(), node.index()));
        }
    }
}
