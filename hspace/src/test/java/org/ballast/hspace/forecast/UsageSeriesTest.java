package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageSeriesTest {
    @Test
    void fewPointsAreNotThinned() {
        UsageSeries series = UsageSeries.of(Synthetic.daily(10, 0, day -> day));

        assertThat(series.thinned(10)).isSameAs(series);
    }

    @Test
    void thinningReplacesNeighboursByTheirMedians() {
        double[] used = {1, 2, 90, 4, 5, 6, 7, 8, 9, 10};
        UsageSeries thin =
                UsageSeries.of(Synthetic.daily(10, 0, day -> used[day])).thinned(4);

        assertThat(thin.size()).isEqualTo(4);
        assertThat(thin.used(0)).isEqualTo(2);
        assertThat(thin.used(1)).isEqualTo(5);
        assertThat(thin.used(3)).isEqualTo(10);
        assertThat(thin.day(1) - thin.day(0)).isEqualTo(3);
        assertThat(thin.day(3) - thin.day(2)).isEqualTo(2);
    }

    @Test
    void oneDistantDayDoesNotMergeOthers() {
        int[] days = {0, 1, 2, 3, 4, 100_000};

        assertThat(UsageSeries.of(Synthetic.series(days, 0, day -> day))
                        .thinned(3)
                        .size())
                .isEqualTo(3);
    }

    @Test
    void slopesAreMediansOverPairs() {
        int[] days = {0, 1, 3, 7};
        double[] used = {0, 1, 0, 0, 0, 0, 0, 14};
        PairwiseSlopes slopes = new PairwiseSlopes(UsageSeries.of(Synthetic.series(days, 0, day -> used[day])));

        // 1, 0, 2, -0.5, 13/6 and 3.5
        assertThat(slopes.median()).isEqualTo(1.5);
        assertThat(slopes.within(0)).isEqualTo(new Interval(1, 2));
        assertThat(slopes.within(6)).isEqualTo(new Interval(-0.5, 3.5));
    }
}
