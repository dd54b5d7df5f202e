package org.ballast.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.model.rules.PlacementRule;

/**
 * Checks of nodes as hosts for an instance: whether each would take it, and why not. Like the checkers it shares no
 * code with any planner. What was placed and moved before the question is entered first.
 */
public final class HostSurvey {
    private final Scenario scenario;
    private final CheckedCluster checked;
    private final List<Instance> instances;
    private final UserRules users;
    private Optional<Cluster> described = Optional.empty();

    /**
     * Rules of users.
     *
     * @param survey asks about them
     * @param instances those that they know: those of the cluster, and then those that are asked for
     * @param known for instances that stand for others, by which index the rules know them
     */
    private record UserRules(RuleSurvey survey, List<Instance> instances, Map<Integer, Integer> known) {}

    /** Starts with the scenario as it was read. */
    public HostSurvey(Scenario scenario) {
        this(scenario, List.of(), scenario.cluster().instances());
    }

    /**
     * Starts with the scenario as it was read.
     *
     * @param rules rules of users, which nodes keep as well
     * @param ruled the instances they know: those of the cluster, and then those that are asked for
     */
    public HostSurvey(Scenario scenario, List<PlacementRule> rules, List<Instance> ruled) {
        this(
                scenario,
                new CheckedCluster(scenario),
                scenario.cluster().instances(),
                new UserRules(new RuleSurvey(rules), ruled, Map.of()));
    }

    private HostSurvey(Scenario scenario, CheckedCluster checked, List<Instance> instances, UserRules users) {
        this.scenario = scenario;
        this.checked = checked;
        this.instances = new ArrayList<>(instances);
        this.users = new UserRules(users.survey(), users.instances(), new HashMap<>(users.known()));
    }

    /** Returns the same moment once more, to try something out. */
    public HostSurvey copy() {
        return new HostSurvey(scenario, checked.copy(), instances, users);
    }

    /** Makes a new form of an instance of the cluster known, which is nowhere yet, and returns its index. */
    public int enterFor(int original, Instance instance, TagRules rules) {
        int index = enter(instance, rules);
        users.known().put(index, original);
        return index;
    }

    /** Returns whether users have rules. */
    public boolean hasRules() {
        return !users.survey().rules().isEmpty();
    }

    /** Returns which rules of users are against putting an instance somewhere. */
    public List<RuleRefusal> rulesAgainst(int instance, Placement to) {
        return rulesAgainst(instance, Placement.NOWHERE, to);
    }

    /**
     * Returns which rules of users are against a second copy of an instance, whatever they say about its primary node.
     */
    public List<RuleRefusal> rulesAgainstSecondary(int instance, int primary, int secondary) {
        return rulesAgainst(instance, Placement.on(primary), new Placement(primary, secondary));
    }

    private List<RuleRefusal> rulesAgainst(int instance, Placement taken, Placement to) {
        if (!hasRules()) {
            return List.of();
        }
        int ruled = users.known().getOrDefault(instance, instance);
        List<Placement> now = new ArrayList<>();
        for (int i = 0; i < users.instances().size(); i++) {
            now.add(i < instances.size() ? checked.placement(i) : Placement.NOWHERE);
        }
        if (ruled != instance && now.get(ruled).isNowhere()) {
            now.set(ruled, instances.get(ruled).placement());
        }
        return users.survey().against(now, ruled, taken, to);
    }

    /**
     * Makes a new instance known, which is nowhere yet, and returns its index.
     *
     * @param rules what its tags mean
     */
    public int enter(Instance instance, TagRules rules) {
        int index = instances.size();
        instances.add(instance.withPlacement(Placement.NOWHERE));
        checked.enter(CheckedInstance.of(rules, index, instance), Placement.NOWHERE);
        described = Optional.empty();
        return index;
    }

    /** Gives an instance that is nowhere its nodes, whether they like it or not. */
    public void place(int instance, Placement placement) {
        CheckedInstance resident = checked.resident(instance);
        int primary = placement.primary();
        int sharedDomains = placement.hasSecondary() ? checked.sharedDomains(primary, placement.secondary()) : 0;
        checked.replace(checked.node(primary).arrive(new Residence.Primary(resident, sharedDomains)));
        if (placement.hasSecondary()) {
            checked.replace(checked.node(placement.secondary()).arrive(new Residence.Secondary(resident, primary)));
        }
        checked.place(instance, placement);
    }

    /** Takes an instance off its primary node, with no other place for it. */
    public void withdraw(int instance) {
        checked.replace(checked.node(checked.placement(instance).primary()).depart(checked.resident(instance)));
        checked.place(instance, Placement.NOWHERE);
    }

    /**
     * Makes a move, allowed or not, and returns what the nodes have against it.
     *
     * @param ignoreSoftErrors whether soft rules (see {@link HostRefusal}) are waived
     */
    public List<Refusal> make(Move move, boolean ignoreSoftErrors) {
        return new MoveTrial(scenario, checked, ignoreSoftErrors, move.instance()).make(move);
    }

    /**
     * Returns what the nodes have against a move, which is not made.
     *
     * @param softErrorsIgnored whether soft rules (see {@link HostRefusal}) are waived
     */
    public List<Refusal> ask(Move move, boolean softErrorsIgnored) {
        Placement from = checked.placement(move.instance());
        Placement to = move.to(from);
        CheckedNode[] before = IntStream.of(from.primary(), from.secondary(), to.primary(), to.secondary())
                .filter(node -> node != Placement.NONE)
                .distinct()
                .mapToObj(checked::node)
                .toArray(CheckedNode[]::new);
        List<Refusal> refusals = make(move, softErrorsIgnored);
        checked.replace(before);
        checked.place(move.instance(), from);
        return refusals;
    }

    /** Gives a node what it lacks, to find out what that would change. */
    public void enlarge(Shortfall lack) {
        checked.replace(checked.node(lack.node()).enlarged(lack.resource(), lack.amount()));
    }

    /** Takes back what a node was given. */
    public void reduce(Shortfall lack) {
        checked.replace(checked.node(lack.node()).enlarged(lack.resource(), -lack.amount()));
    }

    /** Returns where an instance is by now. */
    public Placement placement(int instance) {
        return checked.placement(instance);
    }

    /** Returns the cluster with all instances that are known, for the words of refusals. */
    public Cluster cluster() {
        if (described.isEmpty()) {
            // Rules name instances that are yet to come as well.
            List<Instance> all = new ArrayList<>(instances);
            for (int i = instances.size(); i < users.instances().size(); i++) {
                all.add(users.instances().get(i));
            }
            described = Optional.of(scenario.cluster().withInstances(all));
        }
        return described.get();
    }

    /**
     * Asks a node, and the policy of its group, whether it would run an instance that is nowhere.
     *
     * @param ignoreSoftErrors whether soft rules (see {@link HostRefusal}) are waived
     */
    public List<Refusal> askPrimary(int instance, int index, boolean ignoreSoftErrors) {
        List<Refusal> refusals = askNode(instance, index, ignoreSoftErrors);
        refusals.addAll(rulesAgainst(instance, Placement.on(index)));
        return refusals;
    }

    private List<Refusal> askNode(int instance, int index, boolean ignoreSoftErrors) {
        CheckedInstance resident = checked.resident(instance);
        Node node = scenario.cluster().nodes().get(index);
        List<Refusal> refusals = new ArrayList<>();
        scenario.cluster()
                .groups()
                .get(node.group())
                .policy()
                .violation(resident.instance(), node.spindles().exclusive())
                .ifPresent(violation -> refusals.add(new PlacementRefusal.AgainstPolicy(instance, index, violation)));
        Admittance.Strictness strictness =
                ignoreSoftErrors ? Admittance.Strictness.LENIENT : Admittance.Strictness.STRICT;
        refusals.addAll(
                Admittance.primary(checked.node(index), resident, 0, strictness).refusals());
        return refusals;
    }

    /**
     * Asks a node whether it would keep the second copy of an instance that is nowhere but will run on another node.
     */
    public List<Refusal> askSecondary(int instance, int primary, int index) {
        CheckedInstance resident = checked.resident(instance);
        if (!resident.instance().template().hasSecondary()) {
            return List.of(new PlacementRefusal.WrongNodes(instance, new Placement(primary, index)));
        }
        List<Refusal> refusals = new ArrayList<>(
                Admittance.secondary(checked.node(index), resident, primary, Admittance.Strictness.STRICT)
                        .refusals());
        refusals.addAll(rulesAgainstSecondary(instance, primary, index));
        return refusals;
    }

    /** Returns which of these nodes the given one would rather have as the primary: its failure claims least memory. */
    public Optional<Integer> preferredPrimary(int secondary, Collection<Integer> primaries) {
        FailoverReserve reserve = checked.node(secondary).reserve();
        return primaries.stream()
                .filter(primary -> primary != secondary)
                .min(Comparator.comparingLong(primary -> reserve.byPrimary().getOrDefault(primary, 0L)));
    }

    /** Sums up what failovers would take if any one of these nodes failed. */
    public FailoverLoad failoverLoad(Collection<Integer> scope) {
        return new FailoverLoad(checked.copy(), scope);
    }

    /**
     * Returns what each node that might take over an instance has against it, if its present one failed: its secondary
     * node, or any other of the group. In such need soft rules do not count.
     */
    public List<List<Refusal>> refuges(int instance, int failed) {
        CheckedInstance resident = checked.resident(instance);
        if (resident.instance().template().hasSecondary()) {
            return placement(instance).hasSecondary()
                    ? List.of(copy().make(new Move.Failover(instance), true))
                    : List.of();
        }
        int group = scenario.cluster().nodes().get(failed).group();
        List<List<Refusal>> refuges = new ArrayList<>();
        for (CheckedNode node : checked.nodes()) {
            if (node.node().group() == group && node.index() != failed) {
                boolean anyPolicy = resident.instance().template().isRestartableAnywhere();
                refuges.add(
                        anyPolicy
                                ? List.copyOf(Admittance.primary(node, resident, 0, Admittance.Strictness.LENIENT)
                                        .refusals())
                                : askNode(instance, node.index(), true));
            }
        }
        return refuges;
    }

    /** Returns what could not be restarted elsewhere if any one of these nodes failed, as far as that is certain. */
    public List<Refusal> losses(Collection<Integer> scope) {
        List<Refusal> losses = new ArrayList<>();
        // A loss changes few nodes, and the figures of a node take a sum over all its instances.
        IdentityHashMap<CheckedNode, Long> memoryFree = new IdentityHashMap<>();
        checked.nodes().forEach(node -> memoryFree.put(node, node.memoryFree()));
        ToLongFunction<CheckedNode> known = node -> memoryFree.computeIfAbsent(node, CheckedNode::memoryFree);
        for (int node : scope) {
            losses.addAll(new NodeFailure(scenario, checked.copy(), node, known).refusals());
        }
        return losses;
    }
}
