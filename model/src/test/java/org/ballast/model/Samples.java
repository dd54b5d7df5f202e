package org.ballast.model;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Instances, nodes and clusters of which a test says only what it is about. */
final class Samples {
    private Samples() {}

    static final class InstanceDraft {
        long memory = 1024;
        List<Instance.Disk> disks = List.of(new Instance.Disk(10_240, OptionalLong.empty()));
        long vcpus = 1;
        InstanceStatus status = InstanceStatus.RUNNING;
        boolean autoBalance = true;
        Placement placement = new Placement(0, 1);
        DiskTemplate template = DiskTemplate.DRBD;
        List<String> tags = List.of();
        long spindleUse = 1;
        boolean forthcoming;
    }

    static Instance instance(Consumer<InstanceDraft> change) {
        InstanceDraft draft = new InstanceDraft();
        change.accept(draft);
        return new Instance(
                "instance",
                draft.memory,
                draft.disks.stream().mapToLong(Instance.Disk::size).sum(),
                draft.disks,
                draft.vcpus,
                draft.status,
                draft.autoBalance,
                draft.placement,
                draft.template,
                draft.tags,
                draft.spindleUse,
                draft.forthcoming,
                List.of());
    }

    static Instance taggedInstance(String... tags) {
        return instance(draft -> draft.tags = List.of(tags));
    }

    static Node node(String name, int group) {
        return new Node(
                name,
                group,
                NodeRole.NORMAL,
                new Node.Memory(8192, 0, 8192),
                new Node.Disk(100_000, 100_000),
                new Node.Cpus(4, 0, 1),
                new Node.Spindles(4, 4, false),
                List.of());
    }

    static Node taggedNode(String... tags) {
        Node plain = node("node", 0);
        return new Node(
                plain.name(),
                plain.group(),
                plain.role(),
                new Node.Memory(
                        plain.memory().total(),
                        plain.memory().reserved(),
                        plain.memory().free()),
                new Node.Disk(plain.disk().total(), plain.disk().free()),
                new Node.Cpus(
                        plain.cpus().total(),
                        plain.cpus().reserved(),
                        plain.cpus().speed()),
                new Node.Spindles(
                        plain.spindles().total(),
                        plain.spindles().free(),
                        plain.spindles().exclusive()),
                List.of(tags));
    }

    /** Returns a group with a virtual CPU ratio of its own. */
    static Group group(String name, double vcpuRatio) {
        InstancePolicy policy = new InstancePolicy(
                InstancePolicy.DEFAULT.ranges(),
                InstancePolicy.DEFAULT.standard(),
                InstancePolicy.DEFAULT.templates(),
                vcpuRatio,
                InstancePolicy.DEFAULT.spindleRatio());
        return new Group(name, name + "-uuid", AllocationPolicy.PREFERRED, List.of(), List.of(), policy);
    }

    /**
     * Returns a cluster of as many nodes as group indices are given; groups have virtual CPU ratios of 2, 3 and so on.
     */
    static Cluster cluster(List<Integer> groupOfNode, Instance... instances) {
        int groups = groupOfNode.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        return new Cluster(
                IntStream.range(0, groups)
                        .mapToObj(g -> group("group" + g, 2.0 + g))
                        .toList(),
                IntStream.range(0, groupOfNode.size())
                        .mapToObj(n -> node("node" + n, groupOfNode.get(n)))
                        .toList(),
                Arrays.asList(instances),
                List.of(),
                InstancePolicy.DEFAULT);
    }
}
