package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.answer.Answers;
import org.ballast.hail.answer.Question;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
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
import org.ballast.planner.place.AllocationRules;

/** A small cluster for tests, of nodes with 8 GiB of memory each in the group that was added last. */
final class Site {
    static final long DISK = 10_240;
    private static final long MEMORY = 8192;

    private final List<Group> groups = new ArrayList<>();
    private final List<String> nodes = new ArrayList<>();
    private final List<Integer> homes = new ArrayList<>();
    private final List<NodeRole> roles = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Set<String> blank = new HashSet<>();

    Site group(String name, AllocationPolicy policy, String... networks) {
        groups.add(new Group(name, name + "-id", policy, List.of(), List.of(networks), InstancePolicy.DEFAULT));
        return this;
    }

    Site nodes(String... names) {
        for (String name : names) {
            add(name, NodeRole.NORMAL);
        }
        return this;
    }

    Site offline(String name) {
        return add(name, NodeRole.OFFLINE);
    }

    /** Adds an offline node of which nothing is known, as requests have them. */
    Site dead(String name) {
        blank.add(name);
        return add(name, NodeRole.OFFLINE);
    }

    /** Adds a node that is online but does not report anything yet. */
    Site fresh(String name) {
        blank.add(name);
        return add(name, NodeRole.NORMAL);
    }

    private Site add(String name, NodeRole role) {
        if (groups.isEmpty()) {
            group("default", AllocationPolicy.PREFERRED);
        }
        nodes.add(name);
        homes.add(groups.size() - 1);
        roles.add(role);
        return this;
    }

    /** Adds an instance for whose failover memory is kept free. */
    Site drbd(String name, long memory, String primary, String secondary) {
        Placement placement = new Placement(nodes.indexOf(primary), nodes.indexOf(secondary));
        instances.add(instance(name, memory, DiskTemplate.DRBD, true).withPlacement(placement));
        return this;
    }

    /** Adds an instance for whose failover no memory is kept free. */
    Site careless(String name, long memory, String primary, String secondary) {
        Placement placement = new Placement(nodes.indexOf(primary), nodes.indexOf(secondary));
        instances.add(instance(name, memory, DiskTemplate.DRBD, false).withPlacement(placement));
        return this;
    }

    Site single(String name, long memory, DiskTemplate template, String node) {
        instances.add(instance(name, memory, template, true).withPlacement(Placement.on(nodes.indexOf(node))));
        return this;
    }

    static Instance instance(String name, long memory, DiskTemplate template, boolean autoBalance) {
        return new Instance(
                name,
                memory,
                DISK,
                List.of(new Instance.Disk(DISK, OptionalLong.empty())),
                1,
                InstanceStatus.RUNNING,
                autoBalance,
                Placement.NOWHERE,
                template,
                List.of(),
                1,
                false,
                List.of());
    }

    Cluster cluster() {
        List<Node> built = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            int index = n;
            if (blank.contains(nodes.get(n))) {
                built.add(Node.unreachable(nodes.get(n), homes.get(n)).withRole(roles.get(n)));
                continue;
            }
            long memory = instances.stream()
                    .filter(instance -> instance.placement().primary() == index)
                    .mapToLong(Instance::memory)
                    .sum();
            built.add(new Node(
                    nodes.get(n),
                    homes.get(n),
                    roles.get(n),
                    new Node.Memory(MEMORY, 0, MEMORY - memory),
                    new Node.Disk(1_000_000, 500_000),
                    new Node.Cpus(16, 0, 1),
                    new Node.Spindles(4, 0, false),
                    List.of()));
        }
        return new Cluster(groups, built, instances, List.of(), InstancePolicy.DEFAULT);
    }

    /** What is asked of a site, and what comes of it. */
    record Told(Reply reply, ReplyExplanation explanation) {
        List<String> lines() {
            return ExplanationText.of(explanation).lines().toList();
        }

        Reply linked() {
            return NearestMiss.addTo(reply, explanation);
        }
    }

    Told ask(Request request) {
        return ask(request, AllocationRules.STRICT);
    }

    Told ask(Request request, AllocationRules rules) {
        Scenario scenario = Scenario.of(cluster());
        Question question = Question.of(scenario, request);
        Answer answer = Answers.answer(question, rules);
        return new Told(answer.reply(), ReplyExplanation.of(question, answer, rules));
    }

    static Request.Allocate wanted(String name, long memory, DiskTemplate template) {
        return new Request.Allocate(
                instance(name, memory, template, true),
                template.hasSecondary() ? 2 : 1,
                Optional.empty(),
                Optional.empty());
    }
}
