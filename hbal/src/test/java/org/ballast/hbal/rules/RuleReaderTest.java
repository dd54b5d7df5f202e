package org.ballast.hbal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.rules.RuleSet;
import org.ballast.model.Cluster;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {
    private static final Cluster CLUSTER = Racks.cluster();
    private static final Places RACKS = Places.domains(CLUSTER, "rack");
    private static final Places NODES = Places.nodes(CLUSTER);

    @TempDir
    Path directory;

    @Test
    void instancesAreSelectedByTheirNodes() throws IOException {
        RuleSet set = read("""
                rules:
                  - do-not-move: node:n1
                  - do-not-move: ["node:n?", mail.sub]
                  - do-not-move: node:tag:ssd
                  - ignore-nodes: n4
                  - no-live-migration: node:n2
                """);
        assertThat(set.rules())
                .containsExactly(
                        new PlacementRule.DoNotMove(RuleOrigin.in("rules.yaml:2"), List.of(0, 1)),
                        new PlacementRule.DoNotMove(RuleOrigin.in("rules.yaml:3"), List.of(0, 1, 2, 3, 4, 5)),
                        new PlacementRule.DoNotMove(RuleOrigin.in("rules.yaml:4"), List.of(0, 1, 2, 3, 4, 5)),
                        new PlacementRule.DoNotMove(RuleOrigin.in("rules.yaml:5"), List.of(3, 4, 5)),
                        new PlacementRule.ForbiddenNodes(
                                RuleOrigin.in("rules.yaml:5"), List.of(0, 1, 2), Set.of(3), Copies.BOTH));
        assertThat(set.neverLive()).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void allKindsAreRead() throws IOException {
        RuleSet set = read("""
                rules:
                  - keep-apart: [db1, web?]
                    domain: rack
                    copies: both
                    name: services
                  - keep-together: tag:service:*
                  - at-most: 2
                  - copies-apart: group:g1
                    domain: "rack:"
                  - allowed-nodes: tag:ssd
                    instances: db2.site
                  - forbidden-nodes: [n1, n4]
                    instances: "*b1"
                    copies: secondary
                  - pinned: mail.site
                  - do-not-move: [mail.sub]
                """);
        List<Integer> all = List.of(0, 1, 2, 3, 4, 5);
        assertThat(set.warnings()).isEmpty();
        assertThat(set.rules())
                .containsExactly(
                        new PlacementRule.KeepApart(
                                new RuleOrigin(Optional.of("services"), "rules.yaml:2"),
                                List.of(0, 2, 3),
                                RACKS,
                                Copies.BOTH),
                        new PlacementRule.KeepTogether(RuleOrigin.in("rules.yaml:6"), List.of(0, 1, 2, 3), NODES),
                        new PlacementRule.AtMost(RuleOrigin.in("rules.yaml:7"), 2, all, NODES, Copies.PRIMARY),
                        new PlacementRule.CopiesApart(RuleOrigin.in("rules.yaml:8"), all, RACKS),
                        new PlacementRule.AllowedNodes(
                                RuleOrigin.in("rules.yaml:10"), List.of(1), Set.of(0, 2), Copies.BOTH),
                        new PlacementRule.ForbiddenNodes(
                                RuleOrigin.in("rules.yaml:12"), List.of(0, 2), Set.of(0, 3), Copies.SECONDARY),
                        new PlacementRule.Pinned(RuleOrigin.in("rules.yaml:15"), List.of(4), Copies.PRIMARY),
                        new PlacementRule.DoNotMove(RuleOrigin.in("rules.yaml:16"), List.of(5)));
    }

    @Test
    void jsonIsReadToo() throws IOException {
        RuleSet set = read("{\n\t\"rules\": [\n\t\t{\"pinned\": [\"db1\"],\n\t\t\"copies\": \"both\"}\n\t]\n}\n");
        assertThat(set.rules())
                .containsExactly(new PlacementRule.Pinned(RuleOrigin.in("rules.yaml:3"), List.of(0), Copies.BOTH));
    }

    @Test
    void eachTagMakesARule() throws IOException {
        RuleSet set = read("""
                rules:
                - keep-apart: all
                  by-tag: service
                """);
        assertThat(set.rules())
                .containsExactly(
                        new PlacementRule.KeepApart(
                                RuleOrigin.in("rules.yaml:2, service:db"), List.of(0, 1), NODES, Copies.PRIMARY),
                        new PlacementRule.KeepApart(
                                RuleOrigin.in("rules.yaml:2, service:web"), List.of(2, 3), NODES, Copies.PRIMARY));
    }

    @Test
    void domainsMayBeDefined() throws IOException {
        RuleSet set = read("""
                rules:
                - keep-together: db*
                  domain: room
                domains:
                  room:
                    cellar: [n1, n3]
                    attic: n2
                """);
        assertThat(set.rules())
                .containsExactly(new PlacementRule.KeepTogether(
                        RuleOrigin.in("rules.yaml:2"),
                        List.of(0, 1),
                        new Places("room", List.of(List.of(0), List.of(1), List.of(0), List.of(2)), 3)));
    }

    @Test
    void whatMatchesNothingIsWarnedOf() throws IOException {
        RuleSet set = read("""
                rules:
                - keep-apart: [db1,
                    x*]
                - do-not-move: tag:gone
                - keep-together: all
                  by-tag: colour
                """);
        assertThat(set.warnings())
                .containsExactly(
                        file() + ":3: keep-apart: no instance matches \"x*\"",
                        file() + ":4: do-not-move: no instance matches \"tag:gone\"",
                        file() + ":6: by-tag: no instance here has a tag \"colour:\"");
        assertThat(set.rules()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing yet\n", "\uFEFF# nothing\n"})
    void aFileWithoutContentIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BackendException.class)
                .hasMessageEndingWith("rules.yaml: expected rules, found nothing but blanks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules: []", "{}", "domains: {}"})
    void aFileWithoutRulesIsWarnedAbout(String text) throws IOException {
        RuleSet set = read(text);
        assertThat(set.rules()).isEmpty();
        assertThat(set.warnings()).singleElement().asString().endsWith("rules.yaml: there is no rule in it");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            rules: [{pinned: db3}] => :1: pinned: there is no instance "db3"
            rules: [{pinned: ma}] => :1: pinned: there is no instance "ma"
            rules: [{pinned: mail}] => :1: pinned: "mail" stands for 2 instances, among them mail.site and mail.sub.site
            rules: [{pinned: group:g2}] => :1: pinned: there is no group "g2"
            rules: [{pinned: }] => :1: pinned: expected a text, found nothing
            rules: [{pinned: [[db1]]}] => :1: pinned: expected a text, found a list
            rules: [{pinned: {db1: 1}}] => :1: pinned: expected a text, found fields with values
            rules: [{pinned: !db1 x}] => :1: pinned: expected a text, found the YAML tag "!db1". Maybe quotes are missing?
            rules: [{pinned: *db}] => :1: not YAML: found undefined alias db. Maybe quotes are missing around a pattern?
            rules: [{pinned: db1, copies: all}] => :1: copies: expected primary, secondary or both, found "all"
            rules: [{pinned: db1, domain: rack}] => :1: domain: unknown field, expected pinned, copies and name
            rules: [{pinned: db1, do-not-move: db1}] => :1: rule: expected one of keep-apart, keep-together, at-most, copies-apart, allowed-nodes, forbidden-nodes, pinned, do-not-move, ignore-nodes, no-live-migration, found pinned and do-not-move
            rules: [{pined: db1}] => :1: rule: expected one of keep-apart, keep-together, at-most, copies-apart, allowed-nodes, forbidden-nodes, pinned, do-not-move, ignore-nodes, no-live-migration, found "pined"
            rules: [{pinned: db1, pinned: db2}] => :1: pinned: expected once, found twice
            rules: [db1] => :1: rule: expected fields with values, found "db1"
            rules: {pinned: db1} => :1: rules: expected a list, found fields with values
            rule: [] => :1: rule: unknown field, expected domains and rules
            [1] => :1: the file: expected fields with values, found a list
            rules: [{at-most: two}] => :1: at-most: expected a whole number from 0, found "two"
            rules: [{at-most: -1}] => :1: at-most: expected a whole number from 0, found "-1"
            rules: [{at-most: 99999999999}] => :1: at-most: expected a whole number from 0, found "99999999999"
            rules: [{keep-apart: all, domain: room}] => :1: domain: no node has a tag "room:", and no such domains are defined
            rules: [{copies-apart: all}] => :1: rule: copies-apart needs the field domain
            rules: [{allowed-nodes: n1}] => :1: rule: allowed-nodes needs the field instances
            rules: [{allowed-nodes: x*, instances: all}] => :1: allowed-nodes: expected at least one node, found none
            domains: {room: {cellar: n9}} => :1: cellar: there is no node "n9"
            rules: [ => :2: not YAML: expected the node content, but found '<stream end>'
            """)
    void mistakesAreNamed(String text, String message) {
        assertThatThrownBy(() -> read(text + "\n"))
                .isInstanceOf(BackendException.class)
                .hasMessage(file() + message);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> read("rules:\n" + " [\n".repeat(100_000)))
                .isInstanceOf(BackendException.class)
                .hasMessage(file() + ":51: expected lists and maps, at most 50 within each other");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> RuleReader.read(directory.resolve("none.yaml"), CLUSTER))
                .isInstanceOf(BackendException.class)
                .hasMessage(directory.resolve("none.yaml") + ": does not exist");
    }

    private String file() {
        return directory.resolve("rules.yaml").toString();
    }

    private RuleSet read(String text) throws IOException {
        Path file = directory.resolve("rules.yaml");
        Files.writeString(file, text);
        return RuleReader.read(file, CLUSTER);
    }
}
