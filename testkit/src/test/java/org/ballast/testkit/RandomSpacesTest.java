package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ballast.model.InstancePolicy;
import org.junit.jupiter.api.Test;

class RandomSpacesTest {
    @Test
    void sameSeedGivesTheSameQuestion() {
        for (long seed = 1; seed <= 100; seed++) {
            assertThat(RandomSpaces.of(seed)).isEqualTo(RandomSpaces.of(seed));
        }
    }

    @Test
    void clustersComeFromAllSources() {
        assertThat(share(SpaceCase::readsText)).isBetween(0.5, 0.8);
        assertThat(share(asked -> names(asked, "--si"))).isBetween(0.1, 0.4);
        assertThat(share(asked -> asked.call().files().containsKey(RandomRequests.REQUEST_FILE)))
                .isBetween(0.05, 0.25);
    }

    @Test
    void clustersAreOfManyKinds() {
        assertThat(share(asked -> asked.cluster().groups().size() > 1)).isBetween(0.3, 0.7);
        assertThat(share(asked -> asked.cluster().nodes().stream()
                        .anyMatch(node -> node.spindles().exclusive())))
                .isBetween(0.05, 0.3);
        assertThat(share(asked -> asked.cluster().policy().ranges().size() > 1)).isBetween(0.1, 0.5);
        assertThat(share(asked -> asked.cluster().policy().equals(InstancePolicy.DEFAULT)))
                .isBetween(0.2, 0.7);
        assertThat(share(asked -> asked.cluster().nodes().size() > 20)).isLessThan(0.05);
    }

    @Test
    void sizesAreAskedForInAllUnits() {
        List<String> arguments =
                some(2_000).flatMap(asked -> asked.call().arguments().stream()).toList();
        assertThat(Stream.of("m", "mib", "g", "GiB", "t", "M", "MB", "G", "gb", "T", "TB"))
                .allSatisfy(unit -> assertThat(arguments).anyMatch(word -> word.matches(".*[0-9] *" + unit + ",.*")));
    }

    @Test
    void aSizeIsSpeltToThePrecisionOfItsUnit() {
        for (long seed = 1; seed <= 500; seed++) {
            assertThat(new SizeSpelling(Dice.of(seed))
                            .size(4096)
                            .replaceAll("[ ()]|^ *0(?!x)", "")
                            .replace("0x1000", "4096")
                            .replace("0x4", "4")
                            .replace("0x10c7", "4295"))
                    .matches("4096(m|mib|MiB|MIB|)|4(g|gib|GiB|GIB)|4295(M|MB|mb|Mb)|4(G|GB|gb)");
        }
    }

    private static boolean names(SpaceCase asked, String prefix) {
        return asked.call().arguments().stream().anyMatch(word -> word.startsWith(prefix));
    }

    private static double share(Predicate<SpaceCase> property) {
        return some(1_000).filter(property).count() / 1_000.0;
    }

    private static Stream<SpaceCase> some(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(RandomSpaces::of);
    }
}
