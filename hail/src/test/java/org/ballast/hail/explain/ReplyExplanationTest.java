package org.ballast.hail.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.DiskTemplate;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Instance;
import org.ballast.planner.place.AllocationRules;
import org.junit.jupiter.api.Test;

/** What people read about requests of every kind. */
class ReplyExplanationTest {
    private static final AllocationRules UNCHECKED = new AllocationRules(false, false, Optional.empty());

    /** Three nodes with 3072, 2048 and 1024 MiB left. */
    private static Site filled() {
        return new Site()
                .nodes("n1", "n2", "n3")
                .single("a", 5120, DiskTemplate.RBD, "n1")
                .single("b", 6144, DiskTemplate.RBD, "n2")
                .single("c", 7168, DiskTemplate.RBD, "n3");
    }

    @Test
    void theNodeThatLacksLeastComesFirst() {
        assertThat(filled().ask(Site.wanted("web", 4096, DiskTemplate.RBD), UNCHECKED)
                        .lines())
                .containsExactly(
                        "web finds no place.",
                        "Nearest miss: n1 needs 1025 MiB more memory to host web.",
                        "Group default (preferred):",
                        "  as primary node: 0 of 3 nodes would do",
                        "    3 nodes: too little memory; nearest: n1 needs 1025 MiB more memory to host web");
    }

    @Test
    void aSuccessHasAShortExplanation() {
        assertThat(filled().ask(Site.wanted("web", 2048, DiskTemplate.RBD), UNCHECKED)
                        .lines())
                .containsExactly(
                        "web goes to n1.",
                        "Group default (preferred):",
                        "  as primary node: 1 of 3 nodes would do (too little memory: 2)");
    }

    @Test
    void theDistanceOfAPairIsThatOfItsFartherNode() {
        assertThat(filled().ask(Site.wanted("web", 4096, DiskTemplate.DRBD), UNCHECKED)
                        .lines())
                .contains(
                        "Nearest miss: n1 needs 1025 MiB more memory to host web; and n2 needs 2049 MiB more memory to"
                                + " take over web in a failover.",
                        "  as secondary node: 0 of 3 nodes would do");
    }

    @Test
    void theNodeWhoseFailoverIsInTheWayIsNamed() {
        Site site = new Site().nodes("n1", "n2").drbd("a", 5120, "n1", "n2").drbd("b", 2048, "n2", "n1");

        assertThat(site.ask(Site.wanted("web", 1536, DiskTemplate.RBD), UNCHECKED)
                        .lines())
                .containsExactly(
                        "web finds no place.",
                        "Nearest miss: n1 needs 513 MiB more memory to keep N+1 for n2's failover, with web on it.",
                        "Group default (preferred):",
                        "  as primary node: 0 of 2 nodes would do",
                        "    2 nodes: N+1 not kept; nearest: n1 needs 513 MiB more memory to keep N+1 for n2's"
                                + " failover, with web on it");
    }

    @Test
    void nodesThatCouldNoLongerFailAreNamedWithTheirLack() {
        Site site = new Site()
                .nodes("n1", "n2", "n3")
                .careless("a", 4096, "n1", "n2")
                .careless("b", 4096, "n2", "n3")
                .careless("c", 4096, "n3", "n1")
                .careless("d", 2048, "n1", "n2")
                .careless("e", 1024, "n3", "n1");

        assertThat(site.ask(Site.wanted("web", 1024, DiskTemplate.RBD)).lines())
                .contains("Nearest miss: n1 needs 3073 MiB more memory to take over n3's instances if it fails, with or"
                        + " without web, and 2 more such reasons.");
    }

    @Test
    void aLackThatComesWithTheInstanceNamesItsNodes() {
        Site site = new Site().nodes("n1", "n2").careless("a", 4096, "n1", "n2").careless("b", 2048, "n2", "n1");

        assertThat(site.ask(Site.wanted("web", 2048, DiskTemplate.DRBD)).lines())
                .containsExactly(
                        "web finds no place.",
                        "Nearest miss: n1 needs 1 MiB more memory to take over n2's instances if it fails; and n2 needs"
                                + " 1 MiB more memory to take over n1's instances if it fails, with web on n1:n2.",
                        "Group default (preferred):",
                        "  as primary node: 2 of 2 nodes would do",
                        "  as secondary node: 2 of 2 nodes would do",
                        "  2 choices of nodes with room, after which some node could no longer fail without loss;"
                                + " nearest: n1 needs 1 MiB more memory to take over n2's instances if it fails; and n2"
                                + " needs 1 MiB more memory to take over n1's instances if it fails, with web on"
                                + " n1:n2");
    }

    @Test
    void anInstanceThatCouldNotBeRestartedIsNamedWithWhatItNeeds() {
        Site site = new Site().nodes("n1", "n2").single("a", 5120, DiskTemplate.RBD, "n1");

        assertThat(site.ask(Site.wanted("web", 4096, DiskTemplate.RBD))
                        .explanation()
                        .nearestMiss())
                .hasValue("a could not be restarted if n1 failed (n2 needs 1025 MiB more memory to host a),"
                        + " with web on n2, and 3 more such reasons");
    }

    @Test
    void reasonsForLeavingGroupsOutAreGiven() {
        Site site = new Site()
                .group("blue", AllocationPolicy.PREFERRED, "front")
                .nodes("n1")
                .offline("n2")
                .group("red", AllocationPolicy.PREFERRED)
                .nodes("n3", "n4")
                .group("green", AllocationPolicy.UNALLOCABLE, "front", "back")
                .nodes("n5", "n6");
        Instance plain = Site.instance("web", 1024, DiskTemplate.DRBD, true);
        Instance networked = new Instance(
                plain.name(),
                plain.memory(),
                plain.disk(),
                plain.disks(),
                plain.vcpus(),
                plain.status(),
                true,
                plain.placement(),
                plain.template(),
                plain.tags(),
                1,
                false,
                List.of("front"));
        Site.Told told = site.ask(new Request.Allocate(networked, 2, Optional.empty(), Optional.empty()));

        assertThat(told.lines())
                .containsExactlyInAnyOrder(
                        "web finds no place.",
                        "Nearest miss: group green has room, but takes no new instances.",
                        "Group blue (preferred) has 1 of the 2 nodes needed (1 offline, drained or not VM-capable).",
                        "Group red (preferred) is not connected to network front, which web needs.",
                        "Group green (unallocable) takes no new instances:",
                        "  as primary node: 2 of 2 nodes would do",
                        "  as secondary node: 2 of 2 nodes would do");
    }

    @Test
    void nodesThatAreNotToBeConsideredAreCounted() {
        AllocationRules rules = new AllocationRules(false, false, Optional.of(Set.of("n3")));

        assertThat(filled().offline("n4")
                        .ask(Site.wanted("web", 2048, DiskTemplate.RBD), rules)
                        .lines())
                .contains(
                        "Nearest miss: n3 needs 1025 MiB more memory to host web.",
                        "Group default (preferred), 1 node offline, drained or not VM-capable and 2 nodes not to be considered:");
    }

    @Test
    void violatedPoliciesAreQuoted() {
        assertThat(filled().ask(Site.wanted("web", 64, DiskTemplate.RBD), UNCHECKED)
                        .explanation()
                        .nearestMiss())
                .hasValue("the group of n1 does not accept the memory of web (64 MiB, accepted: 128 to 32768 MiB)");
    }

    @Test
    void everyFailedInstanceIsExplainedAtItsTurn() {
        Request.Allocate each = Site.wanted("web", 2048, DiskTemplate.RBD);
        Request.Allocate grouped = new Request.Allocate(each.instance(), 1, Optional.of("default"), Optional.empty());
        Site.Told told = filled().ask(new Request.MultiAllocate(List.of(grouped, grouped)), UNCHECKED);

        assertThat(told.explanation().findings())
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(InstanceFinding.Granted.class),
                        second -> assertThat(second.nearestMiss()).hasValue("n2 needs 1 MiB more memory to host web"));
        assertThat(told.linked())
                .isInstanceOfSatisfying(
                        Reply.MultiAllocated.class,
                        reply -> assertThat(reply.failed())
                                .singleElement()
                                .satisfies(failed -> assertThat(failed.reason())
                                        .endsWith("FailMem: 3; nearest miss: n2 needs 1 MiB more memory to host web")));
    }

    @Test
    void theTextOfARefusalEndsInTheNearestMiss() {
        Site.Told told = filled().ask(Site.wanted("web", 4096, DiskTemplate.RBD), UNCHECKED);

        assertThat(told.linked())
                .isEqualTo(new Reply.Refused(
                        told.reply().info() + "; nearest miss: n1 needs 1025 MiB more memory to host web"));
    }

    @Test
    void theTextOfASuccessIsUnchanged() {
        Site.Told told = filled().ask(Site.wanted("web", 2048, DiskTemplate.RBD), UNCHECKED);

        assertThat(told.linked()).isEqualTo(told.reply());
    }

    @Test
    void anUnknownGroupHasNoNearestMiss() {
        Instance instance = Site.instance("web", 1024, DiskTemplate.RBD, true);
        Site.Told told =
                filled().ask(new Request.Allocate(instance, 1, Optional.of("nowhere"), Optional.empty()), UNCHECKED);

        assertThat(told.lines())
                .singleElement()
                .asString()
                .startsWith("web finds no place: ")
                .contains("nowhere");
        assertThat(told.linked()).isEqualTo(told.reply());
    }

    @Test
    void refusalsOfSecondaryNodesExplainAMissingMirror() {
        Site site = new Site()
                .nodes("n1", "n2", "n3")
                .single("a", 4096, DiskTemplate.PLAIN, "n1")
                .single("b", 5120, DiskTemplate.PLAIN, "n2")
                .single("c", 6144, DiskTemplate.PLAIN, "n3");

        assertThat(site.ask(new Request.AllocateSecondary("a"), UNCHECKED).lines())
                .containsExactly(
                        "a finds no place.",
                        "Nearest miss: n2 needs 1025 MiB more memory to take over a in a failover.",
                        "Group default (preferred):",
                        "  as primary node: 1 of 1 node would do",
                        "  as secondary node: 0 of 2 nodes would do",
                        "    2 nodes: too little memory to take over; nearest: n2 needs 1025 MiB more memory to take"
                                + " over a in a failover");
    }

    @Test
    void instancesThatStayAreExplainedOneByOne() {
        Site site = new Site()
                .nodes("n1", "n2", "n3")
                .drbd("a", 4096, "n1", "n2")
                .single("b", 1024, DiskTemplate.PLAIN, "n1")
                .single("c", 6144, DiskTemplate.PLAIN, "n3");
        Site.Told told = site.ask(new Request.NodeEvacuate(List.of("a", "b"), EvacuationMode.ALL));

        assertThat(told.lines())
                .containsExactly(
                        "a finds no place: group default has too few other nodes that are online and not to be emptied.",
                        "b finds no place: its plain disks tie it to n1.");
        assertThat(site.ask(new Request.Relocate("a", 1, List.of("n2"))).linked())
                .isEqualTo(new Reply.Refused("Can't find any good node:  Node n3 failed: FailMem; nearest miss: n3"
                        + " needs 2049 MiB more memory to take over a in a failover"));
    }

    @Test
    void aNewPairIsExplainedByItsSteps() {
        Site site = new Site()
                .nodes("n1", "n2", "n3", "n4")
                .drbd("a", 4096, "n1", "n2")
                .single("c", 2048, DiskTemplate.PLAIN, "n3")
                .single("d", 6144, DiskTemplate.PLAIN, "n4");

        assertThat(site.ask(new Request.NodeEvacuate(List.of("a"), EvacuationMode.ALL))
                        .lines())
                .containsExactly(
                        "a finds no place.",
                        "Nearest miss: n4 needs 2049 MiB more memory to take over a in a failover, with n3 as primary"
                                + " node.",
                        "Group default (preferred):",
                        "  as primary node: 1 of 2 nodes would do",
                        "    1 node: too little memory to take over: n4 needs 2049 MiB more memory to take over a in a"
                                + " failover",
                        "  as secondary node beside n3: 0 of 1 node would do",
                        "    1 node: too little memory to take over: n4 needs 2049 MiB more memory to take over a in a"
                                + " failover");
    }

    @Test
    void otherGroupsAreExplainedWhereAnInstanceCannotChangeToThem() {
        Site site = new Site()
                .group("blue", AllocationPolicy.PREFERRED)
                .nodes("n1", "n2")
                .drbd("a", 4096, "n1", "n2")
                .group("red", AllocationPolicy.PREFERRED)
                .nodes("n3", "n4")
                .single("c", 6144, DiskTemplate.RBD, "n3");

        assertThat(site.ask(new Request.ChangeGroup(List.of("a"), List.of()), UNCHECKED)
                        .lines())
                .containsExactly(
                        "a finds no place.",
                        "Nearest miss: n3 needs 2049 MiB more memory to take over a in a failover.",
                        "Group red (preferred):",
                        "  as primary node: 1 of 2 nodes would do",
                        "    1 node: too little memory: n3 needs 2049 MiB more memory to host a",
                        "  as secondary node: 0 of 1 node would do",
                        "    1 node: too little memory to take over: n3 needs 2049 MiB more memory to take over a in a"
                                + " failover");
    }
}
