package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
 * A small cluster for tests. What is not said has a roomy default; free memory, disk space and spindles follow from the
 * instances unless given.
 */
final class Sketch {
    private final List<NodeDraft> nodes = new ArrayList<>();
    private final List<InstanceDraft> instances = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private double vcpuRatio = 4;
    private double spindleRatio = 32;
    private Scenario.FillLimits limits = Scenario.FillLimits.POLICY;

    static final class NodeDraft {
        private final String name;
        int group;
        boolean offline;
        double memory = 8192;
        long memoryReserved;
        OptionalLong memoryFree = OptionalLong.empty();
        long disk = 100_000;
        double cpus = 4;
        double cpuSpeed = 1;
        long spindles = 4;
        boolean exclusiveStorage;
        List<String> tags = List.of();

        NodeDraft(String name) {
            this.name = name;
        }
    }

    static final class InstanceDraft {
        private final String name;
        private final String primary;
        private final String secondary;
        DiskTemplate template;
        long memory = 1024;
        long disk = 10_000;
        long vcpus = 1;
        long spindleUse = 1;
        OptionalLong spindles = OptionalLong.empty();
        InstanceStatus status = InstanceStatus.RUNNING;
        boolean autoBalance = true;
        boolean forthcoming;
        List<String> tags = List.of();

        InstanceDraft(String name, DiskTemplate template, String primary, String secondary) {
            this.name = name;
            this.template = template;
            this.primary = primary;
            this.secondary = secondary;
        }
    }

    Sketch node(String name) {
        return node(name, node -> {});
    }

    Sketch node(String name, Consumer<NodeDraft> change) {
        NodeDraft node = new NodeDraft(name);
        change.accept(node);
        nodes.add(node);
        return this;
    }

    Sketch drbd(String name, String primary, String secondary) {
        return drbd(name, primary, secondary, instance -> {});
    }

    Sketch drbd(String name, String primary, String secondary, Consumer<InstanceDraft> change) {
        return add(new InstanceDraft(name, DiskTemplate.DRBD, primary, secondary), change);
    }

    /** Adds an instance without a secondary node, by default on RADOS. */
    Sketch single(String name, String primary, Consumer<InstanceDraft> change) {
        return add(new InstanceDraft(name, DiskTemplate.RBD, primary, ""), change);
    }

    private Sketch add(InstanceDraft instance, Consumer<InstanceDraft> change) {
        change.accept(instance);
        instances.add(instance);
        return this;
    }

    Sketch tags(String... clusterTags) {
        tags.addAll(List.of(clusterTags));
        return this;
    }

    Sketch vcpuRatio(double limit) {
        vcpuRatio = limit;
        return this;
    }

    Sketch spindleRatio(double limit) {
        spindleRatio = limit;
        return this;
    }

    Sketch minFreeDisk(double ratio) {
        limits = new Scenario.FillLimits(OptionalDouble.empty(), ratio);
        return this;
    }

    int nodeIndex(String name) {
        return IntStream.range(0, nodes.size())
                .filter(index -> nodes.get(index).name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    int instanceIndex(String name) {
        return IntStream.range(0, instances.size())
                .filter(index -> instances.get(index).name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    Scenario scenario() {
        Scenario plain = Scenario.of(cluster());
        return new Scenario(plain.cluster(), plain.tags(), plain.utilisation(), Set.of(), limits);
    }

    Cluster cluster() {
        InstancePolicy policy = new InstancePolicy(
                List.of(),
                InstancePolicy.DEFAULT.standard(),
                InstancePolicy.DEFAULT.templates(),
                vcpuRatio,
                spindleRatio);
        List<Group> groups = List.of(group("blue", policy), group("red", policy));
        return new Cluster(
                groups,
                nodes.stream().map(this::build).toList(),
                instances.stream().map(this::build).toList(),
                tags,
                policy);
    }

    private static Group group(String name, InstancePolicy policy) {
        return new Group(name, name + "-uuid", AllocationPolicy.PREFERRED, List.of(), List.of(), policy);
    }

    private Node build(NodeDraft spec) {
        long memoryUsed = 0;
        long diskUsed = 0;
        long spindlesUsed = 0;
        for (InstanceDraft instance : instances) {
            boolean primary = instance.primary.equals(spec.name);
            Instance built = build(instance);
            if (primary && built.usesMemory()) {
                memoryUsed += instance.memory;
            }
            if (!instance.forthcoming && (primary || instance.secondary.equals(spec.name))) {
                diskUsed += instance.template.usesLocalStorage() ? instance.disk : 0;
                spindlesUsed += instance.spindles.orElse(0);
            }
        }
        return new Node(
                spec.name,
                spec.group,
                spec.offline ? NodeRole.OFFLINE : NodeRole.NORMAL,
                new Node.Memory(
                        spec.memory,
                        spec.memoryReserved,
                        spec.memoryFree.orElse((long) spec.memory - spec.memoryReserved - memoryUsed)),
                new Node.Disk(spec.disk, spec.disk - diskUsed),
                new Node.Cpus(spec.cpus, 0, spec.cpuSpeed),
                new Node.Spindles(spec.spindles, spec.spindles - spindlesUsed, spec.exclusiveStorage),
                spec.tags);
    }

    private Instance build(InstanceDraft spec) {
        Placement placement = spec.secondary.isEmpty()
                ? Placement.on(nodeIndex(spec.primary))
                : new Placement(nodeIndex(spec.primary), nodeIndex(spec.secondary));
        return new Instance(
                spec.name,
                spec.memory,
                spec.disk,
                List.of(new Instance.Disk(spec.disk, spec.spindles)),
                spec.vcpus,
                spec.status,
                spec.autoBalance,
                placement,
                spec.template,
                spec.tags,
                spec.spindleUse,
                spec.forthcoming,
                List.of());
    }
}
