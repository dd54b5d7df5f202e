package org.ballast.hail.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.DiskTemplate;
import org.ballast.model.EvacuationMode;
import org.ballast.planner.place.AllocationRules;
import org.junit.jupiter.api.Test;

/** Nodes that are offline, or report nothing, are told as such and not as lacking so many MiB. */
class UnfitNodesTest {
    private static final AllocationRules UNCHECKED = new AllocationRules(false, false, Optional.empty());

    private static Request.NodeEvacuate evacuation(EvacuationMode mode, String... instances) {
        return new Request.NodeEvacuate(List.of(instances), mode);
    }

    @Test
    void aSecondaryCannotBeReplacedWhileThePrimaryIsOffline() {
        Site site = new Site().dead("n1").nodes("n2", "n3", "n4").drbd("a", 2048, "n1", "n2");

        assertThat(site.ask(evacuation(EvacuationMode.SECONDARY_ONLY, "a")).lines())
                .containsExactly("a finds no place: its primary node n1 is offline: fail it over first"
                        + " (gnt-instance failover a).");
        assertThat(site.ask(new Request.Relocate("a", 1, List.of("n2"))).linked())
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.info())
                                .endsWith(
                                        "; in the way: its primary node n1 is offline: fail it over first (gnt-instance"
                                                + " failover a)"));
    }

    @Test
    void adviceToFailOverSaysWhatThatNeeds() {
        Site site = new Site()
                .dead("n1")
                .nodes("n2", "n3", "n4")
                .careless("a", 4096, "n1", "n2")
                .single("b", 6144, DiskTemplate.PLAIN, "n2");

        assertThat(site.ask(evacuation(EvacuationMode.SECONDARY_ONLY, "a")).lines())
                .containsExactly("a finds no place: its primary node n1 is offline: fail it over first"
                        + " (gnt-instance failover a), for which n2 needs 2049 MiB more memory to host a.");
        assertThat(site.ask(evacuation(EvacuationMode.ALL, "a")).lines())
                .contains("Nearest miss: n2 needs 2049 MiB more memory to host a.");
    }

    @Test
    void anOfflineSecondaryCannotTakeOver() {
        Site site = new Site().nodes("n1").dead("n2").nodes("n3").drbd("a", 2048, "n1", "n2");

        assertThat(site.ask(evacuation(EvacuationMode.PRIMARY_ONLY, "a")).lines())
                .containsExactly(
                        "a finds no place: its secondary node n2, which would have to take it over, is offline:"
                                + " give it another secondary node first (gnt-instance replace-disks -n NODE a).");
    }

    @Test
    void nothingHelpsWhereBothNodesAreOffline() {
        Site site = new Site().dead("n1").dead("n2").nodes("n3", "n4").drbd("a", 2048, "n1", "n2");

        for (EvacuationMode mode : EvacuationMode.values()) {
            assertThat(site.ask(evacuation(mode, "a")).lines())
                    .containsExactly(
                            "a finds no place: both its primary node n1 and its secondary node n2 are offline.");
        }
    }

    @Test
    void aNodeWithoutFiguresIsNoNearestMiss() {
        Site site = new Site().nodes("n1", "n2").fresh("n3").single("a", 7000, DiskTemplate.RBD, "n1");

        assertThat(site.ask(Site.wanted("web", 10_000, DiskTemplate.RBD), UNCHECKED)
                        .lines())
                .containsExactly(
                        "web finds no place.",
                        "Nearest miss: n2 needs 1809 MiB more memory to host web.",
                        "Group default (preferred):",
                        "  as primary node: 0 of 3 nodes would do",
                        "    2 nodes: too little memory; nearest: n2 needs 1809 MiB more memory to host web",
                        "    1 node: no figures: n3 reports no memory, no CPUs and no disk space");
    }

    @Test
    void onlyNodesWithoutFiguresAreInTheWay() {
        Site site = new Site().fresh("n1").fresh("n2");
        Site.Told told = site.ask(Site.wanted("web", 512, DiskTemplate.DRBD), UNCHECKED);

        assertThat(told.lines())
                .contains(
                        "In the way: n1 reports no memory, no CPUs and no disk space; and n2 reports no memory, no CPUs"
                                + " and no disk space.");
        assertThat(told.linked())
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.info())
                                .contains("; in the way: n1 reports no memory")
                                .doesNotContain("nearest miss"));
    }

    @Test
    void anOfflineSecondaryThatBreaksN1IsReportedAsOffline() {
        Site site = new Site().nodes("n1").dead("n2").nodes("n3", "n4").drbd("a", 2048, "n1", "n2");

        assertThat(site.ask(Site.wanted("web", 512, DiskTemplate.DRBD)).lines())
                .contains("In the way: n2 is offline or drained and could not take over n1's instances, with or without"
                        + " web.");
    }

    @Test
    void aRequestAboutNoInstanceHasNothingToDo() {
        Site site = new Site().nodes("n1", "n2");

        for (Request request : List.of(
                evacuation(EvacuationMode.ALL),
                new Request.ChangeGroup(List.of(), List.of()),
                new Request.MultiAllocate(List.of()))) {
            assertThat(site.ask(request).lines())
                    .containsExactly("There is nothing to do: the request is about no instance.");
        }
    }
}
