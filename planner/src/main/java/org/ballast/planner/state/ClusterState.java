package org.ballast.planner.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.N1Rule;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.model.Utilisation;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in motion: where each instance is now, and the books of every node. Moves are tried out with a
 * {@link Trial} and entered with {@link #commit}; {@link #revert} takes the last one back exactly.
 */
public final class ClusterState {
    private final Scenario scenario;
    public final NodeTable nodes;
    public final InstanceTable instances;
    public final NodeLedger[] ledgers;
    public int[] primary;
    public int[] secondary;
    public int[] locationFaults;
    /** The instances as they were read or asked for, without where they are now. */
    private final List<Instance> described;

    /** The number of changes to each node's books. */
    final int[] revisions;

    private @Nullable DerivedFigures figures;

    public final ResidentLists primaries;
    public final ResidentLists secondaries;

    /** Enters all instances of the scenario where they are. */
    public ClusterState(Scenario scenario) {
        this.scenario = scenario;
        Cluster cluster = scenario.cluster();
        nodes = new NodeTable(scenario);
        instances = new InstanceTable(scenario, nodes.locationNumbers);
        described = new ArrayList<>(cluster.instances());
        ledgers = new NodeLedger[nodes.count];
        revisions = new int[nodes.count];
        primary = new int[instances.count];
        secondary = new int[instances.count];
        locationFaults = new int[instances.count];
        primaries = new ResidentLists(nodes.count, instances.count);
        secondaries = new ResidentLists(nodes.count, instances.count);
        for (int n = 0; n < nodes.count; n++) {
            ledgers[n] = open(n, cluster.nodes().get(n));
        }
        for (int i = 0; i < instances.count; i++) {
            enter(i, cluster.instances().get(i).placement());
        }
        for (int n = 0; n < nodes.count; n++) {
            Node node = cluster.nodes().get(n);
            ledgers[n].finishLoading(node.memory().free(), scenario.n1Rule(node));
        }
    }

    private NodeLedger open(int index, Node node) {
        NodeLedger ledger = new NodeLedger(nodes, instances, index);
        ledger.plannedFreeMemory = node.memory().free();
        ledger.real.open(
                node.disk().free(), node.cpus().reserved(), node.spindles().free());
        ledger.planned.open(
                node.disk().free(), node.cpus().reserved(), node.spindles().free());
        return ledger;
    }

    private void enter(int i, Placement placement) {
        primary[i] = placement.primary();
        secondary[i] = placement.secondary();
        locationFaults[i] = sharedLocations(primary[i], secondary[i]);
        // If both nodes are the same one, the instance counts as secondary there, and as nothing else.
        if (primary[i] != secondary[i]) {
            ledgers[primary[i]].loadPrimary(i, locationFaults[i]);
            if (!instances.forthcoming[i]) {
                primaries.addFirst(primary[i], i);
            }
        }
        if (placement.hasSecondary()) {
            ledgers[secondary[i]].loadSecondary(i, primary[i]);
            if (!instances.forthcoming[i]) {
                secondaries.addFirst(secondary[i], i);
            }
        }
    }

    /**
     * Adds a new instance; it is nowhere until a trial that gives it nodes is committed. Score sheets, estimates and
     * trials made before must not be used for it.
     *
     * @param rules what its tags mean
     * @return its index
     */
    public int add(Instance instance, Utilisation load, TagRules rules) {
        int i = instances.add(instance, load, rules);
        described.add(instance);
        if (i == primary.length) {
            int size = instances.memory.length;
            primary = Arrays.copyOf(primary, size);
            secondary = Arrays.copyOf(secondary, size);
            locationFaults = Arrays.copyOf(locationFaults, size);
            primaries.grow(size);
            secondaries.grow(size);
        }
        primary[i] = Placement.NONE;
        secondary[i] = Placement.NONE;
        return i;
    }

    /** Makes an instance known whose tags mean what they mean for the others. */
    public int add(Instance instance, Utilisation load) {
        return add(instance, load, scenario.tags());
    }

    /** Forgets the instance that was made known last; it must be nowhere. */
    public void forgetLast() {
        described.removeLast();
        instances.count--;
    }

    private int sharedLocations(int primaryNode, int secondaryNode) {
        return secondaryNode == Placement.NONE ? 0 : nodes.sharedLocations(primaryNode, secondaryNode);
    }

    /** What {@link #commit} changed, for {@link #revert}; in itself without meaning. */
    public static final class Receipt {
        private final NodeLedger[] before;
        private final int instance;
        private final int primary;
        private final int secondary;
        private final int locationFaults;
        private final int nextPrimary;
        private final int nextSecondary;

        private Receipt(NodeLedger[] before, ClusterState state, int instance) {
            this.before = before;
            this.instance = instance;
            primary = state.primary[instance];
            secondary = state.secondary[instance];
            locationFaults = state.locationFaults[instance];
            nextPrimary = state.primaries.next(instance);
            nextSecondary = state.secondaries.next(instance);
        }
    }

    /** Makes an accepted trial the new state. */
    public Receipt commit(Trial trial) {
        int i = trial.instance();
        NodeLedger[] before = new NodeLedger[trial.touchedCount()];
        for (int k = 0; k < before.length; k++) {
            NodeLedger changed = trial.touched(k);
            before[k] = new NodeLedger(nodes, instances, changed.node);
            before[k].copyFrom(ledgers[changed.node]);
            ledgers[changed.node].copyFrom(changed);
            revisions[changed.node]++;
        }
        Receipt receipt = new Receipt(before, this, i);
        if (!instances.forthcoming[i]) {
            leave(i);
            if (trial.primary() != Placement.NONE) {
                primaries.addFirst(trial.primary(), i);
            }
            if (instances.mirrored[i] && trial.secondary() != Placement.NONE) {
                secondaries.addFirst(trial.secondary(), i);
            }
        }
        primary[i] = trial.primary();
        secondary[i] = trial.secondary();
        locationFaults[i] = trial.locationFaults();
        return receipt;
    }

    /** Takes back the last commit that was not yet taken back. */
    public void revert(Receipt receipt) {
        int i = receipt.instance;
        if (!instances.forthcoming[i]) {
            leave(i);
            if (receipt.primary != Placement.NONE) {
                primaries.addBefore(receipt.nextPrimary, receipt.primary, i);
            }
            if (instances.mirrored[i] && receipt.secondary != Placement.NONE) {
                secondaries.addBefore(receipt.nextSecondary, receipt.secondary, i);
            }
        }
        primary[i] = receipt.primary;
        secondary[i] = receipt.secondary;
        locationFaults[i] = receipt.locationFaults;
        // A move to where an instance is already touches a node twice: the last change goes first.
        for (int k = receipt.before.length - 1; k >= 0; k--) {
            NodeLedger before = receipt.before[k];
            ledgers[before.node].copyFrom(before);
            revisions[before.node]++;
        }
    }

    private void leave(int i) {
        if (primary[i] != Placement.NONE) {
            primaries.remove(primary[i], i);
        }
        if (instances.mirrored[i] && secondary[i] != Placement.NONE) {
            secondaries.remove(secondary[i], i);
        }
    }

    /** Returns what follows from the books as they are now. */
    public DerivedFigures figures() {
        if (figures == null) {
            figures = new DerivedFigures(this);
        }
        figures.refresh();
        return figures;
    }

    /** Returns the scenario this state started from. */
    public Scenario scenario() {
        return scenario;
    }

    /** Returns a copy of a node's books, for people. */
    public NodeReport report(int node) {
        NodeLedger ledger = ledgers[node];
        SortedMap<String, Integer> tags = new TreeMap<>();
        for (int k = 0; k < ledger.planned.tags.size(); k++) {
            tags.put(instances.exclusionTagNames.get(ledger.planned.tags.tag(k)), ledger.planned.tags.count(k));
        }
        List<NodeReport.PeerNeed> peers = new ArrayList<>();
        for (int k = 0; k < ledger.peers.size(); k++) {
            peers.add(new NodeReport.PeerNeed(ledger.peers.node(k), ledger.peers.memory(k)));
        }
        return new NodeReport(
                nodes.offline[node],
                ledger.failsRedundancy,
                ledger.instanceMemory,
                ledger.unaccountedMemory,
                ledger.unallocatedMemory(),
                ledger.reservedMemory,
                ledger.real.freeDisk,
                ledger.real.vcpus,
                boxed(primaries.of(node)),
                boxed(secondaries.of(node)),
                ledger.freeMemory(),
                ledger.freeDisk(),
                ledger.real.vcpus / nodes.cpus[node],
                ledger.cpuLoad,
                ledger.memoryLoad,
                ledger.diskLoad,
                ledger.networkLoad,
                tags,
                ledger.planned.tags.conflicts(),
                peers,
                nodes.maxSpindleUse[node],
                ledger.real.spindleUse);
    }

    /** Returns the memory (MiB) of the instances for whose failover the node is the secondary, over all other nodes. */
    public long failoverMemory(int node) {
        return ledgers[node].peers.sum();
    }

    /** Returns an instance as it was read or asked for; its placement may be an old one. */
    public Instance instance(int i) {
        return described.get(i);
    }

    /** Returns how many instances are known, those included that have no node yet. */
    public int instanceCount() {
        return instances.count;
    }

    /** Returns where an instance is now. */
    public Placement placement(int instance) {
        return new Placement(primary[instance], secondary[instance]);
    }

    /** Returns whether the node takes no instances. */
    public boolean isOffline(int node) {
        return nodes.offline[node];
    }

    /** Returns the memory (MiB) of a node that is neither its own nor an instance's nor missing. */
    public long unallocatedMemory(int node) {
        return ledgers[node].unallocatedMemory();
    }

    /**
     * Returns the memory (MiB) of a node that would be left if all its instances ran, those that are down and those
     * still to be made included; negative if they could not.
     */
    public long plannedFreeMemory(int node) {
        return ledgers[node].plannedFreeMemory;
    }

    /**
     * Returns the memory (MiB) of a node that new instances could use: unallocated and not reserved; 0 if there is
     * none.
     */
    public long availableMemory(int node) {
        return Math.max(0, ledgers[node].unallocatedMemory() - ledgers[node].reservedMemory);
    }

    /** Returns the free disk space (MiB) of a node that new instances could use: beyond what must stay free. */
    public long availableDisk(int node) {
        return Math.max(0, ledgers[node].real.freeDisk - nodes.diskReserve[node]);
    }

    /** Returns the free disk space (MiB) of a node. */
    public long freeDisk(int node) {
        return ledgers[node].real.freeDisk;
    }

    /** Returns the free spindles of a node; meaningful with exclusive storage only. */
    public long freeSpindles(int node) {
        return ledgers[node].real.freeSpindles;
    }

    /** Returns whether some nodes do not accept running instances of some others. */
    public boolean hasMigrationTags() {
        return nodes.hasMigrationTags;
    }

    /** Returns whether running instances of one node may move to another. */
    public boolean acceptsMigration(int from, int to) {
        return nodes.acceptsMigration(from, to);
    }

    /** Returns the group of a node. */
    public int groupOf(int node) {
        return nodes.group[node];
    }

    /** Returns whether the nodes of an instance there would be in different groups. */
    public boolean isSplit(Placement placement) {
        return scenario.cluster().isSplit(placement);
    }

    /** Returns whether any node is in a failure domain, or any instance asks for one. */
    public boolean hasLocations() {
        return !nodes.locationNumbers.isEmpty()
                || Arrays.stream(instances.desiredLocationCount).anyMatch(count -> count > 0);
    }

    /** Returns the nodes of one group, in order. */
    public int[] nodesOf(int group) {
        return nodes.nodesOf(group);
    }

    /** Returns the instances whose primary node is in the group, in order. */
    public int[] instancesOf(int group) {
        int[] found = new int[instances.count];
        int size = 0;
        for (int i = 0; i < instances.count; i++) {
            if (primary[i] != Placement.NONE && nodes.group[primary[i]] == group) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Returns the existing instances that run on the node, the one that came last first. */
    public int[] primariesOf(int node) {
        return primaries.of(node);
    }

    /** Returns the existing instances that have their secondary on the node, the one that came last first. */
    public int[] secondariesOf(int node) {
        return secondaries.of(node);
    }

    /**
     * Returns the cluster as it would be read now: instances where they are, free storage as left over; instances
     * without a node are not part of it. The memory that hypervisors reported stays what it was.
     */
    public Cluster toCluster() {
        Cluster cluster = scenario.cluster();
        Node[] newNodes = cluster.nodes().toArray(Node[]::new);
        for (int n = 0; n < newNodes.length; n++) {
            newNodes[n] = newNodes[n].withFreeStorage(ledgers[n].real.freeDisk, ledgers[n].real.freeSpindles);
        }
        List<Instance> placed = new ArrayList<>(instances.count);
        for (int i = 0; i < instances.count; i++) {
            if (primary[i] != Placement.NONE) {
                placed.add(described.get(i).withPlacement(placement(i)));
            }
        }
        return new Cluster(cluster.groups(), List.of(newNodes), placed, cluster.tags(), cluster.policy());
    }

    /**
     * Returns the cluster as hypervisors would report it after the moves, where each instance takes the memory that it is
     * assigned: read again it has the same score. Nodes that fail N+1, and would seem not to when they are judged by
     * reported memory again, are tagged to be judged by assigned memory.
     */
    public Cluster toConsistentCluster() {
        Cluster cluster = toCluster();
        List<Node> newNodes = new ArrayList<>(cluster.nodes());
        for (int n = 0; n < ledgers.length; n++) {
            Node node = newNodes.get(n);
            List<String> tags = new ArrayList<>(node.tags());
            if (ledgers[n].failsUnseen(N1Rule.REPORTED.of(node))) {
                tags.add(N1Rule.ASSIGNED_TAG);
            }
            newNodes.set(n, node.withFreeMemory(ledgers[n].consistentFreeMemory(), tags));
        }
        return cluster.withNodes(newNodes);
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
