package org.ballast.model.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;

/**
 * Asks nodes whether they would take an instance, and why not. Like the checkers it shares no code with any planner.
 * What was placed and moved before the question is entered first.
 */
public final class HostSurvey {
    private final Scenario scenario;
    private final CheckedCluster checked;
    private final List<Instance> instances;
    private Optional<Cluster> described = Optional.empty();

    /** Starts with the scenario as it was read. */
    public HostSurvey(Scenario scenario) {
        this(scenario, new CheckedCluster(scenario), scenario.cluster().instances());
    }

    private HostSurvey(Scenario scenario, CheckedCluster checked, List<Instance> instances) {
        this.scenario = scenario;
        this.checked = checked;
        this.instances = new ArrayList<>(instances);
    }

    /** Returns the same moment once more, to try something out. */
    public HostSurvey copy() {
        return new HostSurvey(scenario, checked.copy(), instances);
    }

    /**
     * Makes a new instance known, which is nowhere yet, and returns its index.
     *
     * @param rules what its tags mean
     */
    public int enter(Instance instance, TagRules rules) {
        int index = instances.size();
        instances.add(instance.withPlacement(Placement.NOWHERE));
        checked.enter(Guest.of(rules, index, instance), Placement.NOWHERE);
        described = Optional.empty();
        return index;
    }

    /** Gives an instance that is nowhere its nodes, whether they like it or not. */
    public void place(int instance, Placement placement) {
        Guest guest = checked.guest(instance);
        int primary = placement.primary();
        int sharedDomains = placement.hasSecondary() ? checked.sharedDomains(primary, placement.secondary()) : 0;
        checked.replace(checked.node(primary).arrive(new Stay.Primary(guest, sharedDomains)));
        if (placement.hasSecondary()) {
            checked.replace(checked.node(placement.secondary()).arrive(new Stay.Secondary(guest, primary)));
        }
        checked.place(instance, placement);
    }

    /** Takes an instance off its primary node, with no other place for it. */
    public void withdraw(int instance) {
        checked.replace(checked.node(checked.placement(instance).primary()).depart(checked.guest(instance)));
        checked.place(instance, Placement.NOWHERE);
    }

    /**
     * Makes a move, allowed or not, and returns what the nodes have against it.
     *
     * @param softErrorsIgnored whether soft rules (see {@link HostRefusal}) are waived
     */
    public List<Refusal> make(Move move, boolean softErrorsIgnored) {
        return new MoveTrial(scenario, checked, softErrorsIgnored, move.instance()).make(move);
    }

    /** Returns where an instance is by now. */
    public Placement placement(int instance) {
        return checked.placement(instance);
    }

    /** Returns the cluster with all instances that are known, for the words of refusals. */
    public Cluster cluster() {
        if (described.isEmpty()) {
            described = Optional.of(scenario.cluster().withInstances(instances));
        }
        return described.get();
    }

    /**
     * Asks a node, and the policy of its group, whether it would run an instance that is nowhere.
     *
     * @param softErrorsIgnored whether soft rules (see {@link HostRefusal}) are waived
     */
    public List<Refusal> askPrimary(int instance, int index, boolean softErrorsIgnored) {
        Guest guest = checked.guest(instance);
        Node node = scenario.cluster().nodes().get(index);
        List<Refusal> refusals = new ArrayList<>();
        scenario.cluster()
                .groups()
                .get(node.group())
                .policy()
                .violation(guest.instance(), node.exclusiveStorage())
                .ifPresent(violation -> refusals.add(new PlacementRefusal.AgainstPolicy(instance, index, violation)));
        Arrival.Rigour rigour = softErrorsIgnored ? Arrival.Rigour.LENIENT : Arrival.Rigour.STRICT;
        refusals.addAll(Arrival.primary(checked.node(index), guest, 0, rigour).refusals());
        return refusals;
    }

    /** Asks a node whether it would keep the second copy of an instance that is nowhere but will run on another node. */
    public List<Refusal> askSecondary(int instance, int primary, int index) {
        Guest guest = checked.guest(instance);
        if (!guest.instance().template().hasSecondary()) {
            return List.of(new PlacementRefusal.WrongNodes(instance, new Placement(primary, index)));
        }
        return List.copyOf(Arrival.secondary(checked.node(index), guest, primary, Arrival.Rigour.STRICT)
                .refusals());
    }

    /** Returns which of these nodes the given one would rather have as the primary: its failure claims least memory. */
    public Optional<Integer> preferredPrimary(int secondary, Collection<Integer> primaries) {
        FailoverReserve reserve = checked.node(secondary).reserve();
        return primaries.stream()
                .filter(primary -> primary != secondary)
                .min(Comparator.comparingLong(primary -> reserve.byPrimary().getOrDefault(primary, 0L)));
    }

    /** Sums up what failovers would take if any one of these nodes failed. */
    public Takeovers takeovers(Collection<Integer> scope) {
        return new Takeovers(checked.copy(), scope);
    }

    /**
     * Returns what each node that might take over an instance has against it, if its present one failed: its secondary
     * node, or any other of the group. In such need soft rules do not count.
     */
    public List<List<Refusal>> refuges(int instance, int failed) {
        Guest guest = checked.guest(instance);
        if (guest.instance().template().hasSecondary()) {
            return placement(instance).hasSecondary()
                    ? List.of(copy().make(new Move.Failover(instance), true))
                    : List.of();
        }
        int group = scenario.cluster().nodes().get(failed).group();
        List<List<Refusal>> refuges = new ArrayList<>();
        for (CheckedNode node : checked.nodes()) {
            if (node.node().group() == group && node.index() != failed) {
                boolean anyPolicy = guest.instance().template().isRestartableAnywhere();
                refuges.add(
                        anyPolicy
                                ? List.copyOf(Arrival.primary(node, guest, 0, Arrival.Rigour.LENIENT)
                                        .refusals())
                                : askPrimary(instance, node.index(), true));
            }
        }
        return refuges;
    }

    /** Returns what could not be restarted elsewhere if any one of these nodes failed, as far as that is certain. */
    public List<Refusal> losses(Collection<Integer> scope) {
        List<Refusal> losses = new ArrayList<>();
        // A loss changes few nodes, and the figures of a node take a sum over all its guests.
        IdentityHashMap<CheckedNode, Long> memoryFree = new IdentityHashMap<>();
        checked.nodes().forEach(node -> memoryFree.put(node, node.memoryFree()));
        ToLongFunction<CheckedNode> known = node -> memoryFree.computeIfAbsent(node, CheckedNode::memoryFree);
        for (int node : scope) {
            losses.addAll(new NodeLoss(scenario, checked.copy(), node, known).refusals());
        }
        return losses;
    }
}
