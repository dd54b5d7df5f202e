package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sections of hbal(1) on tags. */
class TagRulesTest {
    private static TagRules rules(String... clusterTags) {
        return TagRules.of(List.of(clusterTags));
    }

    @Test
    void withoutClusterTagsNoTagMeansAnything() {
        TagRules none = rules("dns", "iextags:dns", "cluster:htools:iextags:dns", "htools:other:dns");
        Instance instance = Samples.taggedInstance("dns", "dns:a", "htools:iextags:dns");
        Node node = Samples.taggedNode("dns", "dns:a");

        assertThat(none.exclusionTags(instance)).isEmpty();
        assertThat(none.desiredLocations(instance)).isEmpty();
        assertThat(none.migrationTags(node)).isEmpty();
        assertThat(none.acceptedMigrationTags(node)).isEmpty();
        assertThat(none.locationTags(node)).isEmpty();
    }

    @Test
    void exclusionTagsStartWithThePrefixAsItIs() {
        Instance instance = Samples.taggedInstance("dns:a", "dnsmasq", "dns", "xdns:a", "DNS:a", "web:a");

        assertThat(rules("htools:iextags:dns").exclusionTags(instance)).containsExactly("dns:a", "dnsmasq", "dns");
        assertThat(rules("htools:iextags:dns:").exclusionTags(instance)).containsExactly("dns:a");
    }

    @Test
    void exclusionTagsKeepTheirOrderAndRepetitions() {
        Instance instance = Samples.taggedInstance("web:b", "dns:b", "web:a", "dns:b");

        assertThat(rules("htools:iextags:dns", "htools:iextags:web").exclusionTags(instance))
                .containsExactly("web:b", "dns:b", "web:a", "dns:b");
    }

    @Test
    void aTagThatSeveralPrefixesNameCountsOnce() {
        TagRules rules = rules("htools:iextags:dns", "htools:iextags:dns", "htools:iextags:d");

        assertThat(rules.exclusionTags(Samples.taggedInstance("dns:a"))).containsExactly("dns:a");
    }

    @Test
    void furtherExclusionPrefixesAddToThoseOfTheCluster() {
        TagRules rules = TagRules.of(List.of("htools:iextags:dns"), List.of("web:", "mail:"));
        Instance instance = Samples.taggedInstance("dns:a", "web:a", "webmail", "mail:a", "db:a");

        assertThat(rules.exclusionTags(instance)).containsExactly("dns:a", "web:a", "mail:a");
    }

    @Test
    void anEmptyPrefixExcludesAndDesiresNothing() {
        TagRules rules = rules("htools:iextags:", "htools:desiredlocation:");
        Instance instance = Samples.taggedInstance("dns:a", ":", "");

        assertThat(rules.exclusionTags(instance)).isEmpty();
        assertThat(rules.desiredLocations(instance)).isEmpty();
    }

    @Test
    void desiredLocationsStartWithThePrefixAsItIs() {
        TagRules rules = rules("htools:desiredlocation:power", "htools:desiredlocation:room");
        Instance instance = Samples.taggedInstance("room:2", "power:b", "powerful", "power:b", "rack:1");

        assertThat(rules.desiredLocations(instance)).containsExactlyInAnyOrder("power:b", "powerful", "room:2");
        assertThat(rules.exclusionTags(instance)).isEmpty();
    }

    @Test
    void migrationAndLocationTagsStartWithThePrefixAndAColon() {
        Node node = Samples.taggedNode("cpu:new", "cpu", "cpu2:old", "cpu:", "kernel:6", "cpu:new");

        assertThat(rules("htools:migration:cpu").migrationTags(node)).containsExactlyInAnyOrder("cpu:new", "cpu:");
        assertThat(rules("htools:nlocation:cpu").locationTags(node)).containsExactlyInAnyOrder("cpu:new", "cpu:");
        assertThat(rules("htools:migration:cpu:", "htools:nlocation:cpu:").migrationTags(node))
                .isEmpty();
    }

    @Test
    void anEmptyMigrationOrLocationPrefixNamesTagsThatStartWithAColon() {
        Node node = Samples.taggedNode("cpu:new", ":new", ":");

        assertThat(rules("htools:migration:").migrationTags(node)).containsExactlyInAnyOrder(":new", ":");
        assertThat(rules("htools:nlocation:").locationTags(node)).containsExactlyInAnyOrder(":new", ":");
    }

    @Test
    void eachRuleHasItsOwnPrefixes() {
        TagRules rules = rules("htools:migration:cpu", "htools:nlocation:rack");
        Node node = Samples.taggedNode("cpu:new", "rack:1");

        assertThat(rules.migrationTags(node)).containsExactly("cpu:new");
        assertThat(rules.locationTags(node)).containsExactly("rack:1");
    }

    @Test
    void aNodeAcceptsItsOwnMigrationTags() {
        Node node = Samples.taggedNode("cpu:new", "kernel:6", "rack:1");

        assertThat(rules("htools:migration:cpu", "htools:migration:kernel").acceptedMigrationTags(node))
                .containsExactlyInAnyOrder("cpu:new", "kernel:6");
    }

    @Test
    void aNodeAcceptsWhatMayComeToItsTags() {
        TagRules rules = rules(
                "htools:migration:cpu",
                "htools:allowmigration:cpu:old::cpu:new",
                "htools:allowmigration:cpu:older::cpu:new",
                "htools:allowmigration:anything::cpu:new",
                "htools:allowmigration:cpu:old::cpu:new");

        assertThat(rules.acceptedMigrationTags(Samples.taggedNode("cpu:new")))
                .containsExactlyInAnyOrder("cpu:new", "cpu:old", "cpu:older", "anything");
        assertThat(rules.acceptedMigrationTags(Samples.taggedNode("cpu:old"))).containsExactly("cpu:old");
        assertThat(rules.acceptedMigrationTags(Samples.taggedNode("cpu:newer"))).containsExactly("cpu:newer");
    }

    @Test
    void allowedMigrationsAreNotChained() {
        TagRules rules = rules(
                "htools:migration:cpu", "htools:allowmigration:cpu:1::cpu:2", "htools:allowmigration:cpu:2::cpu:3");

        assertThat(rules.acceptedMigrationTags(Samples.taggedNode("cpu:3")))
                .containsExactlyInAnyOrder("cpu:3", "cpu:2");
    }

    @Test
    void aMigrationIsAllowedOnlyToAMigrationTag() {
        TagRules rules = rules("htools:migration:cpu", "htools:allowmigration:cpu:old::rack:1");

        assertThat(rules.acceptedMigrationTags(Samples.taggedNode("rack:1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "cpu:old", "cpu:old:cpu:new", "cpu:old::a::cpu:new", "cpu:old::::cpu:new", "::::"})
    void whatIsNoPairAllowsNothing(String pair) {
        TagRules rules = rules("htools:migration:cpu", "htools:migration:", "htools:allowmigration:" + pair);

        assertThat(rules.acceptedMigrationTags(Samples.taggedNode("cpu:new", ":cpu:new", "::cpu:new")))
                .containsExactlyInAnyOrder("cpu:new", ":cpu:new", "::cpu:new");
    }

    @Test
    void aPairIsSplitAtTheFirstTwoColons() {
        TagRules rules = rules("htools:migration:", "htools:allowmigration:cpu:old:::new");

        assertThat(rules.acceptedMigrationTags(Samples.taggedNode(":new")))
                .containsExactlyInAnyOrder(":new", "cpu:old");
    }

    @Test
    void aSideOfAPairMayBeEmpty() {
        TagRules rules = rules("htools:migration:cpu", "htools:allowmigration:::cpu:new", "htools:allowmigration:x::");

        assertThat(rules.acceptedMigrationTags(Samples.taggedNode("cpu:new"))).containsExactlyInAnyOrder("cpu:new", "");
    }
}
