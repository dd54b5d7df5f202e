package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstanceStatus;
import org.ballast.model.NodeFigures;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;
import org.junit.jupiter.api.Test;

class ReferenceScoreTest {
    private static final double PRINTED = 5.1e-9;

    @Test
    void equalsGanetisFiguresRowByRow() {
        Score expected = Golden.before();

        Score score = ReferenceScore.of(Golden.sketch().scenario());

        assertThat(score.total()).isEqualTo(expected.total(), within(PRINTED));
        for (ScoreRow row : ScoreRow.ALL) {
            assertThat(score.components().get(row.ordinal()).value())
                    .as(row.label())
                    .isEqualTo(expected.components().get(row.ordinal()).value(), within(PRINTED));
        }
    }

    @Test
    void isTheWeightedSumOfItsComponents() {
        Score score = ReferenceScore.of(Golden.sketch().scenario());

        double sum = score.components().stream()
                .mapToDouble(component -> component.row().weight() * component.value())
                .sum();

        assertThat(score.total()).isEqualTo(sum, within(1e-12));
    }

    @Test
    void figuresOfANodeHoldWhatIsCountedOfItAlone() {
        Scenario scenario = new Sketch()
                .node("online")
                .node("offline", node -> node.offline = true)
                .single("instance", "offline", instance -> {})
                .scenario();

        assertThat(ScoreRow.LOCATION_EXCLUSION.contribution(ReferenceScore.figures(scenario, 0)))
                .isZero();
        assertThat(ScoreRow.OFFLINE_INSTANCES.contribution(ReferenceScore.figures(scenario, 1)))
                .isEqualTo(1);
        assertThat(ScoreRow.OFFLINE_PRIMARIES.contribution(ReferenceScore.figures(scenario, 1)))
                .isEqualTo(1);
    }

    @Test
    void scoreWithoutAnOnlineNodeIsZero() {
        Scenario scenario = Golden.sketch().scenario();

        Score dark = ReferenceScore.of(scenario.withOffline(List.of(0, 1, 2)));

        assertThat(dark.total()).isZero();
        assertThat(dark.components()).isEmpty();
    }

    @Test
    void countsOnlyTheNodesAskedFor() {
        Scenario scenario = Golden.sketch().scenario();

        Score online = ReferenceScore.of(scenario, List.of(0, 1, 2));

        assertThat(value(online, ScoreRow.OFFLINE_INSTANCES)).isZero();
        assertThat(value(online, ScoreRow.FREE_MEMORY))
                .isEqualTo(value(ReferenceScore.of(scenario), ScoreRow.FREE_MEMORY));
    }

    @Test
    void doesNotDependOnTheOrderInWhichNodesAreNamed() {
        Scenario scenario = Golden.sketch().scenario();

        assertThat(ReferenceScore.of(scenario, List.of(3, 1, 0, 2))).isEqualTo(ReferenceScore.of(scenario));
    }

    @Test
    void isMeaninglessWithANodeWithoutMemory() {
        Scenario scenario =
                new Sketch().node("n1").node("empty", node -> node.memory = 0).scenario();

        assertThat(ReferenceScore.of(scenario).total()).isNaN();
    }

    @Test
    void judgesAnUntouchedNodeByReportedMemory() {
        Sketch tight = new Sketch().node("n1").node("n2", node -> node.memoryFree = OptionalLong.of(1024));
        Sketch tooTight = new Sketch().node("n1").node("n2", node -> node.memoryFree = OptionalLong.of(1023));

        assertThat(redundancyFailures(tight.drbd("i1", "n1", "n2"))).isZero();
        assertThat(redundancyFailures(tooTight.drbd("i1", "n1", "n2"))).isEqualTo(1);
    }

    private static double redundancyFailures(Sketch sketch) {
        return ReferenceScore.figures(sketch.scenario(), sketch.nodeIndex("n2")).redundancyFailures();
    }

    @Test
    void memoryThatIsMissingIsNotFreeButASurplusIsIgnored() {
        Sketch missing = new Sketch().node("n1", node -> node.memoryFree = OptionalLong.of(8192 - 500));
        Sketch surplus = new Sketch().node("n1", node -> {
            node.memoryReserved = 192;
            node.memoryFree = OptionalLong.of(8192);
        });

        assertThat(ReferenceScore.figures(missing.scenario(), 0).freeMemory()).isEqualTo((8192 - 500) / 8192.0);
        assertThat(ReferenceScore.figures(surplus.scenario(), 0).freeMemory()).isEqualTo(8000 / 8192.0);
    }

    @Test
    void reservesForTheWorstOtherNodeOnly() {
        Sketch sketch = new Sketch().node("n1").node("n2").node("n3");
        IntStream.rangeClosed(1, 3).forEach(i -> sketch.drbd("a" + i, "n1", "n3"));
        sketch.drbd("b1", "n2", "n3");
        sketch.drbd("b2", "n2", "n3", instance -> instance.autoBalance = false);
        sketch.drbd("b3", "n2", "n3", instance -> instance.status = InstanceStatus.ADMIN_OFFLINE);

        assertThat(ReferenceScore.figures(sketch.scenario(), 2).reservedMemory())
                .isEqualTo(3 * 1024 / 8192.0);
    }

    @Test
    void measuresExclusiveStorageInSpindles() {
        Sketch sketch = new Sketch()
                .node("n1", node -> node.exclusiveStorage = true)
                .single("disky", "n1", instance -> {
                    instance.template = DiskTemplate.PLAIN;
                    instance.spindles = OptionalLong.of(3);
                });
        NodeFigures figures = ReferenceScore.figures(sketch.scenario(), 0);

        assertThat(figures.freeDisk()).isEqualTo(0.25);
        assertThat(figures.spindleUse()).isZero();
    }

    @Test
    void storageThatDoesNotExistIsFree() {
        Sketch sketch = new Sketch().node("n1", node -> node.disk = 0);

        assertThat(ReferenceScore.figures(sketch.scenario(), 0).freeDisk()).isEqualTo(1);
    }

    @Test
    void plannedFiguresCountWhatIsForthcomingOrDown() {
        Sketch sketch = new Sketch()
                .node("n1")
                .node("n2")
                .drbd("soon", "n1", "n2", instance -> instance.forthcoming = true)
                .drbd("down", "n1", "n2", instance -> instance.status = InstanceStatus.ADMIN_DOWN);
        NodeFigures figures = ReferenceScore.figures(sketch.scenario(), 0);

        assertThat(figures.primaries()).isEqualTo(1);
        assertThat(figures.freeMemory()).isEqualTo(1);
        assertThat(figures.plannedFreeMemory()).isEqualTo((8192 - 2048) / 8192.0);
        assertThat(figures.freeDisk()).isEqualTo(0.9);
        assertThat(figures.plannedFreeDisk()).isEqualTo(0.8);
        assertThat(figures.vcpuRatio()).isEqualTo(0.25);
        assertThat(figures.plannedVcpuRatio()).isEqualTo(0.5);
    }

    @Test
    void nodesContributeNothingToWhatIsCountedAcrossThem() {
        Scenario scenario =
                new Sketch().node("n1").node("n2").drbd("i", "n1", "n2").scenario();

        assertThat(ScoreRow.LOCATION_EXCLUSION.contribution(ReferenceScore.figures(scenario, 0)))
                .isZero();
        assertThat(ScoreRow.OFFLINE_INSTANCES.contribution(ReferenceScore.figures(scenario, 1)))
                .isEqualTo(1);
        assertThat(ScoreRow.OFFLINE_PRIMARIES.contribution(ReferenceScore.figures(scenario, 1)))
                .isZero();
    }

    private static double value(Score score, ScoreRow row) {
        return score.components().get(row.ordinal()).value();
    }

    @Test
    void instancesSwitchedOffForGoodUseNoCpu() {
        Sketch sketch = new Sketch()
                .node("n1")
                .single("off", "n1", instance -> instance.status = InstanceStatus.ADMIN_OFFLINE)
                .single("down", "n1", instance -> instance.status = InstanceStatus.ADMIN_DOWN);

        assertThat(ReferenceScore.figures(sketch.scenario(), 0).vcpuRatio()).isEqualTo(0.25);
    }

    @Test
    void externalStorageTakesNoSpaceOfTheNode() {
        Sketch sketch = new Sketch().node("n1").single("soon", "n1", instance -> instance.forthcoming = true);

        assertThat(ReferenceScore.figures(sketch.scenario(), 0).plannedFreeDisk())
                .isEqualTo(1);
    }
}
