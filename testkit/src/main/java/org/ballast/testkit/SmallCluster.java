package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;

/**
 * A builder of clusters of a few nodes and instances, of which a test says only what it is about; free memory is as
 * reported, so give it.
 */
public final class SmallCluster {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private double vcpuRatio = 4;
    private double spindleRatio = 32;
    private double minFreeDisk;

    public static final class NodeDraft {
        public int group;
        public boolean offline;
        public long memory = 8192;
        public long memoryFree = -1;
        public long diskFree = 100_000;
        public boolean exclusiveStorage;
        public long spindlesFree = 4;
        public List<String> tags = List.of();
    }

    public static final class InstanceDraft {
        public DiskTemplate template;
        public long memory = 1024;
        public long disk = 10_000;
        public long vcpus = 1;
        public long spindleUse = 1;
        public OptionalLong spindles = OptionalLong.empty();
        public InstanceStatus status = InstanceStatus.RUNNING;
        public boolean autoBalance = true;
        public boolean forthcoming;
        public List<String> tags = List.of();

        private InstanceDraft(DiskTemplate template) {
            this.template = template;
        }
    }

    public SmallCluster node() {
        return node(draft -> {});
    }

    /** Adds a node; all of its memory is free unless the draft says otherwise. */
    public SmallCluster node(Consumer<NodeDraft> change) {
        NodeDraft draft = new NodeDraft();
        change.accept(draft);
        nodes.add(new Node(
                "node" + nodes.size(),
                draft.group,
                draft.offline ? NodeRole.OFFLINE : NodeRole.NORMAL,
                new Node.Memory(draft.memory, 0, draft.memoryFree < 0 ? draft.memory : draft.memoryFree),
                new Node.Disk(100_000, draft.diskFree),
                new Node.Cpus(4, 0, 1),
                new Node.Spindles(4, draft.spindlesFree, draft.exclusiveStorage),
                draft.tags));
        return this;
    }

    public SmallCluster drbd(int primary, int secondary) {
        return drbd(primary, secondary, draft -> {});
    }

    public SmallCluster drbd(int primary, int secondary, Consumer<InstanceDraft> change) {
        return instance(new Placement(primary, secondary), DiskTemplate.DRBD, change);
    }

    /** Adds an instance without a secondary node, by default on RADOS. */
    public SmallCluster single(int primary, Consumer<InstanceDraft> change) {
        return instance(Placement.on(primary), DiskTemplate.RBD, change);
    }

    private SmallCluster instance(Placement placement, DiskTemplate template, Consumer<InstanceDraft> change) {
        InstanceDraft draft = new InstanceDraft(template);
        change.accept(draft);
        instances.add(new Instance(
                "instance" + instances.size(),
                draft.memory,
                draft.disk,
                List.of(new Instance.Disk(draft.disk, draft.spindles)),
                draft.vcpus,
                draft.status,
                draft.autoBalance,
                placement,
                draft.template,
                draft.tags,
                draft.spindleUse,
                draft.forthcoming,
                List.of()));
        return this;
    }

    public SmallCluster tags(String... clusterTags) {
        tags.addAll(List.of(clusterTags));
        return this;
    }

    public SmallCluster vcpuRatio(double limit) {
        vcpuRatio = limit;
        return this;
    }

    public SmallCluster spindleRatio(double limit) {
        spindleRatio = limit;
        return this;
    }

    public SmallCluster minFreeDisk(double ratio) {
        minFreeDisk = ratio;
        return this;
    }

    /** Returns the cluster as a planner wants it, which makes its state of the scenario. */
    public <S> S as(Function<Scenario, S> state) {
        return state.apply(scenario());
    }

    /** Returns the cluster. */
    public Scenario scenario() {
        InstancePolicy policy = new InstancePolicy(
                List.of(),
                InstancePolicy.DEFAULT.standard(),
                InstancePolicy.DEFAULT.templates(),
                vcpuRatio,
                spindleRatio);
        Scenario plain =
                Scenario.of(new Cluster(List.of(group(0, policy), group(1, policy)), nodes, instances, tags, policy));
        return new Scenario(
                plain.cluster(),
                plain.tags(),
                plain.utilisation(),
                Set.of(),
                new Scenario.FillLimits(OptionalDouble.empty(), minFreeDisk));
    }

    private static Group group(int index, InstancePolicy policy) {
        return new Group("group" + index, "uuid" + index, AllocationPolicy.PREFERRED, List.of(), List.of(), policy);
    }
}
