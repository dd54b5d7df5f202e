package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreRowTest {
    @Test
    void thereAreTwentyRowsWithDifferentNames() {
        assertThat(ScoreRow.ALL).hasSize(20).containsExactly(ScoreRow.values());
        assertThat(ScoreRow.ALL).extracting(ScoreRow::label).doesNotHaveDuplicates();
    }

    @Test
    void everyRowHasAPositiveWeight() {
        assertThat(ScoreRow.ALL).allSatisfy(row -> assertThat(row.weight()).isPositive());
    }

    @Test
    void ofOfflineNodesOnlyInstancesAreCounted() {
        assertThat(ScoreRow.ALL)
                .filteredOn(row -> row.scope() == ScoreRow.Scope.OFFLINE)
                .containsExactly(ScoreRow.OFFLINE_INSTANCES, ScoreRow.OFFLINE_PRIMARIES);
    }

    @Test
    void onlyLocationExclusionIsCountedAcrossNodes() {
        assertThat(ScoreRow.ALL)
                .filteredOn(row -> row.statistic() == ScoreRow.Statistic.SHARED_PAIRS)
                .containsExactly(ScoreRow.LOCATION_EXCLUSION);
    }
}
