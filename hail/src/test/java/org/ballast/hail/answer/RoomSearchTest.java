package org.ballast.hail.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Move;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.relocate.RoomMaker;
import org.ballast.testkit.JobChecker;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.api.Test;

class RoomSearchTest {
    private static final int MOST_MOVES = 4;

    private static Node node(String name, long memory, long used) {
        return new Node(
                name,
                0,
                NodeRole.NORMAL,
                new Node.Memory(memory, 0, memory - used),
                new Node.Disk(500_000, 400_000),
                new Node.Cpus(16, 0, 1),
                new Node.Spindles(1, 0, false),
                List.of());
    }

    private static Instance instance(String name, long memory, DiskTemplate template, Placement placement) {
        return new Instance(
                name,
                memory,
                1024,
                List.of(new Instance.Disk(1024, OptionalLong.empty())),
                1,
                InstanceStatus.RUNNING,
                true,
                placement,
                template,
                List.of(),
                1,
                false,
                List.of());
    }

    private static Cluster cluster(List<Node> nodes, List<Instance> instances) {
        Group group = new Group("g", "uuid", AllocationPolicy.PREFERRED, List.of(), List.of(), InstancePolicy.DEFAULT);
        return new Cluster(List.of(group), nodes, instances, List.of(), InstancePolicy.DEFAULT);
    }

    private static Optional<RoomMaker.Room> room(Cluster cluster, Instance wanted) {
        Request.Allocate request = request(wanted);
        Question question = Question.of(Scenario.of(cluster), request);
        return Answers.answer(question, AllocationRules.STRICT).reply() instanceof Reply.Refused
                ? RoomSearch.search(question, request, AllocationRules.STRICT, MOST_MOVES)
                : Optional.empty();
    }

    private static Request.Allocate request(Instance wanted) {
        int nodes = wanted.template().hasSecondary() ? 2 : 1;
        return new Request.Allocate(wanted.withPlacement(Placement.NOWHERE), nodes, Optional.empty(), Optional.empty());
    }

    private static Cluster oneInstanceEach(int nodes) {
        List<Node> all = new ArrayList<>();
        List<Instance> instances = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            all.add(node("node" + n, 10_000, 3_000));
            instances.add(instance("old" + n, 3_000, DiskTemplate.RBD, Placement.on(n)));
        }
        return cluster(all, instances);
    }

    @Test
    void movesOfOthersMakeRoom() {
        Instance wanted = instance("new", 8_000, DiskTemplate.RBD, Placement.NOWHERE);
        assertThat(room(oneInstanceEach(2), wanted))
                .as("no node would be left to take 8000 MiB if one failed")
                .isEmpty();
        RoomMaker.Room found = room(oneInstanceEach(3), wanted).orElseThrow();
        assertThat(found.moves())
                .as("one node has to be empty for it, another for its failover")
                .hasSize(2);
        assertThat(found.data()).isEqualTo(6_000);
    }

    @Test
    void noMovesHelpAgainstAPolicy() {
        Cluster cluster = cluster(
                List.of(node("a", 100_000, 0), node("b", 100_000, 0)),
                List.of(instance("x", 1_000, DiskTemplate.DRBD, new Placement(0, 1))));
        long tooMuch = InstancePolicy.DEFAULT.ranges().getFirst().max().memory() + 1;
        assertThat(room(cluster, instance("new", tooMuch, DiskTemplate.DRBD, Placement.NOWHERE)))
                .isEmpty();
    }

    @Test
    void movesThatMakeRoomAreSafeAndFew() {
        int found = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Cluster cluster = RandomClusters.of(31 * seed);
            if (cluster.instances().isEmpty()) {
                continue;
            }
            Instance largest = cluster.instances().stream()
                    .filter(each -> each.template().isBalanced() && !each.forthcoming())
                    .max((one, other) -> Long.compare(one.memory(), other.memory()))
                    .orElse(cluster.instances().getFirst());
            Optional<RoomMaker.Room> room = room(cluster, largest);
            if (room.isPresent()) {
                found++;
                assertThat(room.get().moves()).hasSizeBetween(1, MOST_MOVES);
                JobChecker checker = new JobChecker(Scenario.of(cluster), Set.of(), false);
                for (Move move : room.get().moves()) {
                    assertThat(checker.make(move))
                            .as("%s in cluster %d", move, seed)
                            .isEmpty();
                }
            }
        }
        assertThat(found).as("clusters in which room could be made").isGreaterThan(3);
    }
}
