package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Node;
import org.junit.jupiter.api.Test;

class RandomRequestsTest {
    @Test
    void sameSeedGivesTheSameRequest() {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(RandomRequests.of(seed)).isEqualTo(RandomRequests.of(seed));
        }
    }

    @Test
    void allTypesOccurOften() {
        Map<String, Long> types = some(1_000)
                .collect(Collectors.groupingBy(asked -> asked.request().type(), TreeMap::new, Collectors.counting()));
        assertThat(types)
                .containsOnlyKeys(
                        "allocate", "allocate-secondary", "change-group", "multi-allocate", "node-evacuate", "relocate")
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(40));
    }

    @Test
    void clustersAreOfManyKinds() {
        Set<DiskTemplate> templates = EnumSet.noneOf(DiskTemplate.class);
        Set<AllocationPolicy> policies = EnumSet.noneOf(AllocationPolicy.class);
        Set<Integer> groups = new TreeSet<>();
        Set<String> tags = new TreeSet<>();
        some(400).map(AllocatorCase::cluster).forEach(cluster -> {
            cluster.instances().forEach(instance -> templates.add(instance.template()));
            cluster.groups().stream().map(Group::allocationPolicy).forEach(policies::add);
            groups.add(cluster.groups().size());
            cluster.tags().forEach(tag -> tags.add(tag.replaceFirst("(htools:[a-z]+:).*", "$1")));
        });
        assertThat(templates).hasSameSizeAs(DiskTemplate.values());
        assertThat(policies).hasSameSizeAs(AllocationPolicy.values());
        assertThat(groups).contains(1, 2, 3, 4);
        assertThat(tags)
                .contains(
                        "htools:iextags:",
                        "htools:nlocation:",
                        "htools:desiredlocation:",
                        "htools:migration:",
                        "htools:allowmigration:");
        assertThat(some(400).filter(asked -> isDedicated(asked))).hasSizeGreaterThan(20);
    }

    @Test
    void documentsDescribeTheCluster() {
        some(100).forEach(asked -> {
            Json.Struct nodes = (Json.Struct) asked.document().at("nodes");
            assertThat(nodes.members().stream().map(Json.Member::name))
                    .containsExactlyElementsOf(
                            asked.cluster().nodes().stream().map(Node::name).toList());
            assertThat(asked.document().at("request").at("type").text())
                    .isEqualTo(asked.request().type());
            assertThat(Json.parse(asked.call().files().getOrDefault(RandomRequests.REQUEST_FILE, "")))
                    .isEqualTo(asked.document());
        });
    }

    private static boolean isDedicated(AllocatorCase asked) {
        return !asked.cluster().nodes().isEmpty()
                && asked.cluster().nodes().stream()
                        .allMatch(node -> node.spindles().exclusive());
    }

    private static Stream<AllocatorCase> some(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(RandomRequests::of);
    }
}
