package org.ballast.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.ballast.optimizer.target.ChangeCost;
import org.ballast.optimizer.target.SearchWatch;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private static final ChangeCost NOTHING = new ChangeCost(0, 0, 0, 0);
    private static final double EVER = Double.POSITIVE_INFINITY;

    @Test
    void triesAreDividedBetweenSearches() {
        Countdown countdown = new Countdown(new Effort(EVER, 1000, 7), OptimizeListener.NONE);
        SearchWatch first = countdown.share(0.6);
        assertThat(first.seed()).isEqualTo(7);
        assertThat(first.mostTries()).isEqualTo(600);
        first.progress(1, NOTHING, 250);
        first.progress(1, NOTHING, 200);
        assertThat(countdown.tries()).isEqualTo(250);
        SearchWatch second = countdown.share(1);
        assertThat(second.mostTries()).isEqualTo(750);
        second.progress(1, NOTHING, 750);
        assertThat(countdown.tries()).isEqualTo(1000);
        assertThat(countdown.isOver()).isTrue();
        assertThat(countdown.isShortOfTries()).isTrue();
    }

    @Test
    void withoutTimeThereIsNoSearch() {
        Countdown countdown = new Countdown(new Effort(0, 1000, 1), OptimizeListener.NONE);
        assertThat(countdown.share(0.5).isOver()).isTrue();
        assertThat(countdown.isOver()).isTrue();
        assertThat(countdown.isShortOfTries()).isFalse();
        assertThat(countdown.isCancelled()).isFalse();
    }

    @Test
    void triesBeyondTheRangeOfLongAreNoLimit() {
        Countdown countdown = new Countdown(new Effort(EVER, Long.MAX_VALUE, 1), OptimizeListener.NONE);
        SearchWatch whole = countdown.share(1);
        assertThat(whole.mostTries()).isGreaterThan(Long.MAX_VALUE / 2);
        assertThat(whole.isOver()).isFalse();
        assertThat(countdown.isOver()).isFalse();
    }
}
