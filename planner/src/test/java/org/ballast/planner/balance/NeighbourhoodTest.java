package org.ballast.planner.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ballast.model.DiskTemplate;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.testkit.SmallCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NeighbourhoodTest {
    private static final int INSTANCE = 0;

    /** Returns the rules of a word such as {@code d} or {@code d+i+restricted}. */
    private static MoveRules rules(String words) {
        Set<String> set = Set.of(words.split("\\+", -1));
        return new MoveRules(
                set.contains("d"), set.contains("i"), set.contains("restricted"), set.contains("evac"), false);
    }

    private static SmallCluster nodes(String offline) {
        return new SmallCluster()
                .node(node -> node.offline = offline.contains("primary"))
                .node(node -> node.offline = offline.contains("secondary"))
                .node();
    }

    private static Set<MoveKind> kinds(ClusterState state, MoveRules rules) {
        int bits = new Neighbourhood(state, 0, rules).kinds(INSTANCE);
        Set<MoveKind> kinds = EnumSet.noneOf(MoveKind.class);
        for (MoveKind kind : MoveKind.values()) {
            if ((bits & kind.bit()) != 0) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Returns the kinds of these letters: f, rs, raf, rp, far, any; a dash stands for none. */
    private static Set<MoveKind> kinds(String words) {
        Set<MoveKind> kinds = EnumSet.noneOf(MoveKind.class);
        for (String word : List.of(words.split(" ", -1))) {
            switch (word) {
                case "f" -> kinds.add(MoveKind.FAILOVER);
                case "rs" -> kinds.add(MoveKind.REPLACE_SECONDARY);
                case "raf" -> kinds.add(MoveKind.REPLACE_AND_FAILOVER);
                case "rp" -> kinds.add(MoveKind.REPLACE_PRIMARY);
                case "far" -> kinds.add(MoveKind.FAILOVER_AND_REPLACE);
                case "any" -> kinds.add(MoveKind.FAILOVER_TO_ANY);
                case "-" -> {}
                default -> throw new IllegalArgumentException(word);
            }
        }
        return kinds;
    }

    @ParameterizedTest(name = "{0}, offline: {1}")
    @CsvSource({
        "d+i,                 none,              f rs raf rp far",
        "d+i,                 primary,           f rs raf rp far",
        "d+i,                 secondary,         rs raf",
        "d+i,                 primary+secondary, rs raf",
        "i,                   none,              f",
        "i,                   primary,           f",
        "i,                   secondary,         -",
        "i,                   primary+secondary, -",
        "d,                   none,              rs",
        "d,                   primary,           rs",
        "d,                   secondary,         rs",
        "d,                   primary+secondary, rs",
        "nothing,             none,              -",
        "nothing,             primary+secondary, -",
        "d+i+restricted,      none,              f rs",
        "d+i+restricted,      primary,           f rs raf far",
        "d+i+restricted,      secondary,         rs",
        "d+i+restricted,      primary+secondary, rs raf",
        "i+restricted,        none,              f",
        "i+restricted,        primary,           f",
        "d+restricted,        none,              rs",
        "d+restricted,        primary,           rs",
        "d+i+evac,            none,              -",
        "d+i+evac,            primary,           f rs raf rp far",
        "d+i+evac,            secondary,         rs raf",
        "d+i+evac,            primary+secondary, rs raf",
        "i+evac,              none,              -",
        "i+evac,              primary,           f",
        "i+evac,              secondary,         -",
        "d+evac,              secondary,         rs",
        "d+i+restricted+evac, none,              -",
        "d+i+restricted+evac, primary,           f rs raf far",
        "d+i+restricted+evac, secondary,         rs",
    })
    void mirroredInstances(String rules, String offline, String expected) {
        ClusterState state = nodes(offline).drbd(0, 1).as(ClusterState::new);

        assertThat(kinds(state, rules(rules))).isEqualTo(kinds(expected));
    }

    @ParameterizedTest(name = "{0}, offline: {1}")
    @CsvSource({
        "d+i,                 none,      any",
        "d+i,                 primary,   any",
        "i,                   none,      any",
        "d,                   none,      -",
        "d,                   primary,   -",
        "nothing,             none,      -",
        "d+i+restricted,      none,      any",
        "d+i+restricted,      primary,   any",
        "d+i+evac,            none,      -",
        "d+i+evac,            secondary, -",
        "d+i+evac,            primary,   any",
        "d+evac,              primary,   -",
    })
    void instancesOnExternalStorage(String rules, String offline, String expected) {
        ClusterState state = nodes(offline).single(0, instance -> {}).as(ClusterState::new);

        assertThat(kinds(state, rules(rules))).isEqualTo(kinds(expected));
    }

    @ParameterizedTest
    @EnumSource
    void kindsDependOnHowTheDisksAreMirrored(DiskTemplate template) {
        ClusterState state = nodes("none")
                .single(0, instance -> instance.template = template)
                .as(ClusterState::new);
        String expected = template.mirroring() == Mirroring.EXTERNAL ? "any" : "-";

        assertThat(kinds(state, MoveRules.ALL)).isEqualTo(kinds(expected));
    }

    @Test
    void aSecondaryOfAnotherGroupCannotTakeOver() {
        ClusterState state = new SmallCluster()
                .node()
                .node(node -> node.group = 1)
                .node()
                .drbd(0, 1)
                .as(ClusterState::new);

        assertThat(kinds(state, MoveRules.ALL)).isEqualTo(kinds("rs raf"));
    }

    @Test
    void anOfflineSecondaryOfAnotherGroupIsNoReasonToEvacuate() {
        ClusterState state = new SmallCluster()
                .node()
                .node(node -> {
                    node.group = 1;
                    node.offline = true;
                })
                .node()
                .drbd(0, 1)
                .as(ClusterState::new);

        assertThat(kinds(state, rules("d+i+evac"))).isEmpty();
    }

    @Test
    void onlyMovableInstancesOfTheGroupAreConsidered() {
        ClusterState state = new SmallCluster()
                .node()
                .node()
                .node(node -> node.group = 1)
                .node(node -> node.group = 1)
                .drbd(0, 1)
                .drbd(0, 1, instance -> instance.autoBalance = false)
                .drbd(2, 3)
                .drbd(1, 2)
                .single(0, instance -> instance.template = DiskTemplate.PLAIN)
                .single(1, instance -> {})
                .as(ClusterState::new);

        assertThat(new Neighbourhood(state, 0, MoveRules.ALL).instances()).containsExactly(0, 5);
        assertThat(new Neighbourhood(state, 1, MoveRules.ALL).instances()).containsExactly(2);
    }
}
