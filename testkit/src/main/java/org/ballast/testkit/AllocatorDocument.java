package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;

/**
 * The document of the IAllocator protocol that a cluster manager hands to its allocator: the cluster and one request.
 * What the format leaves open, such as keys that nobody reads, is left to dice.
 */
final class AllocatorDocument {
    private final Cluster cluster;
    private final Dice dice;
    /** Whether the document has only the usual fields and values. */
    private final boolean usual;
    /** Whether this manager leaves out keys that may be missing, and adds those of its next release. */
    private final boolean unusual;

    AllocatorDocument(Cluster cluster, Dice dice) {
        this(cluster, dice, false);
    }

    private AllocatorDocument(Cluster cluster, Dice dice, boolean usual) {
        this.cluster = cluster;
        this.dice = dice;
        this.usual = usual;
        unusual = chance(0.25);
    }

    /** Returns a writer of documents as they mostly are: whole numbers, and no keys of another release. */
    static AllocatorDocument usual(Cluster cluster) {
        return new AllocatorDocument(cluster, Dice.of(0), true);
    }

    private boolean chance(double ofSomethingOdd) {
        return !usual && dice.chance(ofSomethingOdd);
    }

    Json.Struct write(AllocatorRequest request, List<String> hypervisors) {
        Json.Builder groups = new Json.Builder();
        cluster.groups().forEach(group -> groups.put(group.uuid(), group(group)));
        Json.Builder nodes = new Json.Builder();
        cluster.nodes().forEach(node -> nodes.put(node.name(), node(node)));
        Json.Builder instances = new Json.Builder();
        cluster.instances().forEach(instance -> instances.put(instance.name(), placedInstance(instance)));
        return new Json.Builder()
                .put("version", 2)
                .put("cluster_name", "cluster.example.com")
                .put("cluster_tags", Json.of(cluster.tags()))
                .put("enabled_hypervisors", Json.of(hypervisors))
                .put("ipolicy", policy(cluster.policy()))
                .put("nodegroups", groups.build())
                .put("nodes", nodes.build())
                .put("instances", instances.build())
                .put("request", new RequestDocument(cluster, this::instance).write(request))
                .build();
    }

    private Json group(Group group) {
        return new Json.Builder()
                .put("name", group.name())
                .put("alloc_policy", group.allocationPolicy().label())
                .put("networks", Json.of(group.networks()))
                .put("ipolicy", policy(group.policy()))
                .put("tags", Json.of(group.tags()))
                .build();
    }

    private static Json policy(InstancePolicy policy) {
        List<Json> ranges = policy.ranges().stream()
                .<Json>map(range -> new Json.Builder()
                        .put("min", spec(range.min()))
                        .put("max", spec(range.max()))
                        .build())
                .toList();
        return new Json.Builder()
                .put("minmax", new Json.Array(ranges))
                .put("std", spec(policy.standard()))
                .put("spindle-ratio", Json.of(policy.spindleRatio()))
                .put("vcpu-ratio", Json.of(policy.vcpuRatio()))
                .put(
                        "disk-templates",
                        Json.of(policy.templates().stream()
                                .map(DiskTemplate::label)
                                .toList()))
                .build();
    }

    private static Json spec(InstanceSpec spec) {
        return new Json.Builder()
                .put("memory-size", spec.memory())
                .put("disk-size", spec.diskSize())
                .put("disk-count", spec.diskCount())
                .put("cpu-count", spec.cpus())
                .put("nic-count", spec.nicCount())
                .put("spindle-use", spec.spindleUse())
                .build();
    }

    private Json node(Node node) {
        boolean silent = node.isOffline() && node.memory().total() == 0;
        boolean incapable = silent && chance(0.4);
        Json.Builder json = new Json.Builder();
        if (!silent || (incapable && dice.chance(0.5))) {
            figures(node, json);
        }
        if (!node.tags().isEmpty() || !unusual) {
            json.put("tags", Json.of(node.tags()));
        }
        json.put("primary_ip", "192.0.2.1")
                .put("secondary_ip", "198.51.100.1")
                .put("offline", silent && !incapable)
                .put("drained", node.isOffline() && !silent)
                .put("master_candidate", true)
                .put("group", cluster.groups().get(node.group()).uuid())
                .put("master_capable", true);
        if (incapable || !unusual) {
            json.put("vm_capable", !incapable);
        }
        if (unusual) {
            json.put("hv_state", new Json.Builder().put("mem_node", Json.none()).build());
        }
        return json.put("ndparams", parameters(node)).build();
    }

    private void figures(Node node, Json.Builder json) {
        json.put("total_memory", size(node.memory().total()))
                .put("reserved_memory", node.memory().reserved())
                .put("free_memory", node.memory().free())
                .put("total_disk", size(node.disk().total()))
                .put("free_disk", node.disk().free())
                .put(
                        "total_spindles",
                        node.spindles().exclusive() ? node.spindles().total() : 0)
                .put("free_spindles", node.spindles().free())
                .put("total_cpus", size(node.cpus().total()))
                .put("reserved_cpus", node.cpus().reserved())
                .put("i_pri_memory", 0)
                .put("i_pri_up_memory", 0);
    }

    private Json parameters(Node node) {
        return new Json.Builder()
                // Nobody takes the CPUs' speed from here.
                .put("cpu_speed", Json.of(usual || dice.chance(0.8) ? 1 : 1.5))
                .put("exclusive_storage", node.spindles().exclusive())
                .put(
                        "spindle_count",
                        node.spindles().exclusive() ? 1 : node.spindles().total())
                .build();
    }

    private Json placedInstance(Instance instance) {
        List<String> nodes = IntStream.of(
                        instance.placement().primary(), instance.placement().secondary())
                .filter(node -> node >= 0)
                .mapToObj(node -> cluster.nodes().get(node).name())
                .toList();
        Json.Builder json = new Json.Builder();
        instance(instance, json);
        return json.put("nodes", Json.of(nodes)).put("os", "debian").build();
    }

    /** Writes what instances that exist and those that are wanted have in common. */
    private void instance(Instance instance, Json.Builder json) {
        json.put("tags", Json.of(instance.tags()));
        if (instance.status() != InstanceStatus.RUNNING || !unusual) {
            json.put("admin_state", adminState(instance.status()));
        }
        json.put("vcpus", instance.vcpus())
                .put("memory", instance.memory())
                .put("spindle_use", instance.spindleUse())
                .put("nics", interfaces(instance))
                .put(
                        "disks",
                        new Json.Array(instance.disks().stream().map(this::disk).toList()))
                .put("disk_template", instance.template().label())
                .put("disk_space_total", instance.disk());
        if (instance.forthcoming() || chance(0.1)) {
            json.put("forthcoming", instance.forthcoming());
        }
    }

    private Json interfaces(Instance instance) {
        List<Json> interfaces = new ArrayList<>();
        for (String network : instance.networks()) {
            interfaces.add(new Json.Builder()
                    .put("mac", "aa:00:00:12:34:56")
                    .put("network", network)
                    .build());
        }
        if (chance(0.2)) {
            interfaces.add(new Json.Builder()
                    .put("mode", dice.pick("bridged", "routed", "openvswitch"))
                    .put("network", Json.none())
                    .build());
        }
        return new Json.Array(interfaces);
    }

    private Json disk(Instance.Disk disk) {
        Json.Builder json =
                new Json.Builder().put("size", size((double) disk.size())).put("mode", "rw");
        OptionalLong spindles = disk.spindles();
        if (spindles.isPresent()) {
            json.put("spindles", spindles.getAsLong());
        } else if (usual || dice.chance(0.5)) {
            json.put("spindles", Json.none());
        }
        return json.build();
    }

    private static String adminState(InstanceStatus status) {
        return switch (status) {
            case RUNNING, ERROR_UP, ERROR_NODE_DOWN, ERROR_NODE_OFFLINE, ERROR_WRONG_NODE -> "up";
            case ADMIN_DOWN, ERROR_DOWN, USER_DOWN -> "down";
            case ADMIN_OFFLINE -> "offline";
        };
    }

    /** A number that may be written with or without a fraction. */
    private Json size(double value) {
        boolean whole = value == Math.rint(value);
        return whole && !chance(0.05) ? Json.of((long) value) : Json.of(value);
    }
}
