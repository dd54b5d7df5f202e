package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.check.ReferenceScore;
import org.junit.jupiter.api.Test;

class ScoreRowTest {
    @Test
    void thereAreTwentyRowsWithDifferentNames() {
        assertThat(ScoreRow.ALL).hasSize(20).containsExactly(ScoreRow.values());
        assertThat(ScoreRow.ALL).extracting(ScoreRow::label).doesNotHaveDuplicates();
    }

    @Test
    void everyRowCounts() {
        assertThat(ScoreRow.ALL).allSatisfy(row -> assertThat(row.weight()).isPositive());
    }

    @Test
    void onlyInstancesOfOfflineNodesAreCountedThere() {
        assertThat(ScoreRow.ALL)
                .filteredOn(row -> row.scope() == ScoreRow.Scope.OFFLINE)
                .containsExactly(ScoreRow.OFFLINE_INSTANCES, ScoreRow.OFFLINE_PRIMARIES);
    }

    @Test
    void whatIsCountedAcrossNodesIsNoFigureOfOne() {
        Scenario scenario = Scenario.of(Samples.cluster(List.of(0, 0), Samples.instance(draft -> {})));

        assertThat(ScoreRow.ALL)
                .filteredOn(row -> row.statistic() == ScoreRow.Statistic.SHARED_PAIRS)
                .containsExactly(ScoreRow.LOCATION_EXCLUSION);
        assertThat(ScoreRow.LOCATION_EXCLUSION.contribution(ReferenceScore.figures(scenario, 0)))
                .isZero();
        assertThat(ScoreRow.OFFLINE_INSTANCES.contribution(ReferenceScore.figures(scenario, 1)))
                .isEqualTo(1);
        assertThat(ScoreRow.OFFLINE_PRIMARIES.contribution(ReferenceScore.figures(scenario, 1)))
                .isZero();
    }
}
