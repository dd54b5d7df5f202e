package org.ballast.hbal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ballast.backends.rules.IgnoredNodes;
import org.ballast.backends.rules.RulePrefix;
import org.ballast.backends.rules.RuleSet;
import org.ballast.backends.rules.RuleTags;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.junit.jupiter.api.Test;

class RuleTagsTest {
    private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4, 5);

    @Test
    void tagsOfTheClusterAreAboutInstancesThatShareATag() {
        Cluster cluster = Racks.cluster(
                List.of(
                        "ballast:keep-apart:service@rack",
                        "ballast:keep-together:service",
                        "ballast:at-most:3",
                        "ballast:at-most:1:service@rack",
                        "ballast:copies-apart:rack",
                        "htools:iextags:service"),
                Map.of("db2", List.of("service:dbx")));
        Places racks = Places.domains(cluster, "rack");
        Places nodes = Places.nodes(cluster);
        RuleSet set = RuleTags.of(cluster);
        assertThat(set.warnings()).isEmpty();
        assertThat(set.rules())
                .startsWith(
                        new PlacementRule.KeepApart(
                                origin("ballast:keep-apart:service@rack, service:db"),
                                List.of(0, 1),
                                racks,
                                Copies.PRIMARY),
                        new PlacementRule.KeepApart(
                                origin("ballast:keep-apart:service@rack, service:dbx"),
                                List.of(1),
                                racks,
                                Copies.PRIMARY),
                        new PlacementRule.KeepApart(
                                origin("ballast:keep-apart:service@rack, service:web"),
                                List.of(2, 3),
                                racks,
                                Copies.PRIMARY),
                        new PlacementRule.KeepTogether(
                                origin("ballast:keep-together:service, service:db"), List.of(0, 1), nodes))
                .contains(
                        new PlacementRule.AtMost(origin("ballast:at-most:3"), 3, ALL, nodes, Copies.PRIMARY),
                        new PlacementRule.AtMost(
                                origin("ballast:at-most:1:service@rack, service:web"),
                                1,
                                List.of(2, 3),
                                racks,
                                Copies.PRIMARY))
                .endsWith(new PlacementRule.CopiesApart(origin("ballast:copies-apart:rack"), ALL, racks))
                .hasSize(11);
    }

    @Test
    void tagsOfInstancesAreAboutThemselves() {
        RuleSet set = RuleTags.of(Racks.cluster(
                List.of(),
                Map.of(
                        "db1", List.of("ballast:do-not-move"),
                        "db2", List.of("ballast:pinned", "ballast:forbidden-nodes:rack:a"),
                        "web1", List.of("ballast:pinned:both", "ballast:allowed-nodes:ssd"),
                        "web2", List.of("ballast:allowed-nodes:ssd", "ballast:allowed-nodes:rack:b"))));
        assertThat(set.warnings()).isEmpty();
        assertThat(set.rules())
                .containsExactly(
                        new PlacementRule.DoNotMove(origin("ballast:do-not-move"), List.of(0)),
                        new PlacementRule.Pinned(origin("ballast:pinned"), List.of(1), Copies.PRIMARY),
                        new PlacementRule.Pinned(origin("ballast:pinned:both"), List.of(2), Copies.BOTH),
                        new PlacementRule.AllowedNodes(
                                origin("ballast:allowed-nodes:ssd"), List.of(2), Set.of(0, 2), Copies.BOTH),
                        new PlacementRule.AllowedNodes(
                                origin("ballast:allowed-nodes:rack:b or ballast:allowed-nodes:ssd"),
                                List.of(3),
                                Set.of(0, 2, 3),
                                Copies.BOTH),
                        new PlacementRule.ForbiddenNodes(
                                origin("ballast:forbidden-nodes:rack:a"), List.of(1), Set.of(0, 1), Copies.BOTH));
    }

    @Test
    void aNodeIsLeftAlone() {
        Cluster plain = Racks.cluster();
        List<Node> nodes = new ArrayList<>(plain.nodes());
        nodes.set(3, withTags(nodes.get(3), List.of("ballast:ignore")));
        nodes.set(0, withTags(nodes.get(0), List.of("ballast:ignored")));
        RuleSet set = RuleTags.of(plain.withNodes(nodes));
        assertThat(set.rules())
                .containsExactly(
                        new PlacementRule.DoNotMove(origin("ballast:ignore"), List.of(3, 4, 5)),
                        new PlacementRule.ForbiddenNodes(
                                origin("ballast:ignore"), List.of(0, 1, 2), Set.of(3), Copies.BOTH));
        assertThat(set.warnings()).containsExactly("n1.site: tag \"ballast:ignored\": not understood");
    }

    @Test
    void instancesThatLeaveALeftAloneNodeComeToNoOtherOne() {
        Cluster plain = Racks.cluster();
        assertThat(RulePrefix.anyIn(plain)).isFalse();
        List<Node> nodes = new ArrayList<>(plain.nodes());
        nodes.set(0, withTags(nodes.get(0), List.of("ballast:ignore")));
        nodes.set(1, withTags(nodes.get(1), List.of("ballast:ignore")));
        Cluster cluster = plain.withNodes(nodes);
        assertThat(RulePrefix.anyIn(cluster)).isTrue();
        assertThat(IgnoredNodes.ofLeaving(cluster))
                .containsExactly(
                        new PlacementRule.ForbiddenNodes(origin("ballast:ignore"), List.of(1), Set.of(1), Copies.BOTH),
                        new PlacementRule.ForbiddenNodes(origin("ballast:ignore"), List.of(2), Set.of(0), Copies.BOTH));
    }

    @Test
    void someInstancesAreNeverMigratedLive() {
        RuleSet set = RuleTags.of(Racks.cluster(List.of(), Map.of("db2", List.of("ballast:no-live-migration"))));
        assertThat(set.neverLive()).containsExactly(1);
        assertThat(set.rules()).isEmpty();
        assertThat(set.warnings()).isEmpty();
        assertThat(set.plus(RuleSet.NONE).neverLive()).containsExactly(1);
        assertThat(RuleSet.NONE.plus(set).neverLive()).containsExactly(1);
    }

    private static Node withTags(Node node, List<String> tags) {
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(
                        node.memory().total(),
                        node.memory().reserved(),
                        node.memory().free()),
                new Node.Disk(node.disk().total(), node.disk().free()),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                tags);
    }

    @Test
    void whatIsMisspeltIsWarnedOf() {
        RuleSet set = RuleTags.of(Racks.cluster(
                List.of("ballast:keep-appart:x", "ballast:keep-apart:colour", "ballast:keep-together:service@room"),
                Map.of("db1", List.of("ballast:pined"), "db2", List.of("ballast:allowed-nodes:none"))));
        assertThat(set.warnings())
                .containsExactly(
                        "cluster: tag \"ballast:keep-appart:x\": not understood",
                        "cluster: tag \"ballast:keep-apart:colour\": no instance has a tag \"colour:\"",
                        "cluster: tag \"ballast:keep-together:service@room\": no node has a tag \"room:\"",
                        "db1.site: tag \"ballast:pined\": not understood",
                        "tag \"ballast:allowed-nodes:none\": no node has the tag \"none\"");
    }

    @Test
    void withoutSuchTagsThereAreNoRules() {
        assertThat(RuleTags.of(Racks.cluster()).rules()).isEmpty();
    }

    private static RuleOrigin origin(String tag) {
        return RuleOrigin.in("tag " + tag);
    }
}
