package org.ballast.planner.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.testkit.RandomClusters;

/** Skewed clusters, large enough for bounds to be carried over, with failure domains, migration tags and spindles. */
final class TaggedClusters {
    private final SplittableRandom random;
    private final boolean racks;
    private final boolean hypervisors;
    private final boolean spindles;

    private TaggedClusters(long seed) {
        random = new SplittableRandom(seed);
        racks = random.nextBoolean();
        hypervisors = random.nextBoolean();
        spindles = random.nextInt(3) == 0;
    }

    static Cluster of(long seed) {
        TaggedClusters generator = new TaggedClusters(seed);
        Cluster plain = RandomClusters.skewed(14, 7, seed);
        List<String> tags = new ArrayList<>(plain.tags());
        tags.addAll(List.of(
                "htools:nlocation:rack",
                "htools:desiredlocation:rack",
                "htools:migration:hv",
                "htools:allowmigration:hv:old::hv:new"));
        return new Cluster(
                plain.groups(),
                plain.nodes().stream().map(generator::node).toList(),
                plain.instances().stream().map(generator::instance).toList(),
                tags,
                plain.policy());
    }

    private Node node(Node node) {
        List<String> tags = new ArrayList<>();
        if (racks) {
            tags.add("rack:" + random.nextInt(4));
        }
        if (hypervisors) {
            tags.add(random.nextBoolean() ? "hv:old" : "hv:new");
        }
        return new Node(
                node.name(),
                node.group(),
                random.nextInt(8) == 0 ? NodeRole.OFFLINE : node.role(),
                new Node.Memory(
                        node.memory().total(),
                        node.memory().reserved(),
                        node.memory().free()),
                new Node.Disk(node.disk().total(), node.disk().free()),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        spindles ? 64 : node.spindles().total(),
                        spindles ? 40 : node.spindles().free(),
                        spindles),
                tags);
    }

    private Instance instance(Instance instance) {
        List<String> tags = new ArrayList<>(random.nextInt(4) == 0 ? instance.tags() : List.of());
        if (random.nextInt(3) == 0) {
            tags.add("rack:" + random.nextInt(5));
        }
        OptionalLong owned = random.nextInt(20) == 0 ? OptionalLong.empty() : OptionalLong.of(1 + random.nextInt(3));
        return new Instance(
                instance.name(),
                instance.memory(),
                instance.disk(),
                List.of(new Instance.Disk(instance.disk(), owned)),
                instance.vcpus(),
                instance.status(),
                instance.autoBalance(),
                instance.placement(),
                instance.template(),
                tags,
                instance.spindleUse(),
                instance.forthcoming(),
                List.of());
    }
}
