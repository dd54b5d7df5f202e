package org.ballast.planner.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagCounterTest {
    private static TagCounter counting(int... tags) {
        TagCounter counter = new TagCounter();
        counter.add(tags);
        return counter;
    }

    private static Map<Integer, Integer> counts(TagCounter counter) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int k = 0; k < counter.size(); k++) {
            assertThat(counts.put(counter.tag(k), counter.count(k))).isNull();
        }
        return counts;
    }

    @Test
    void countsRepetitions() {
        TagCounter counter = counting(3, 7, 3);
        counter.add(new int[] {3, 5});

        assertThat(counts(counter)).isEqualTo(Map.of(3, 3, 7, 1, 5, 1));
        assertThat(counter.conflicts()).isEqualTo(2);
    }

    @Test
    void nothingIsCountedAtFirst() {
        TagCounter empty = new TagCounter();

        assertThat(empty.size()).isZero();
        assertThat(empty.conflicts()).isZero();
        assertThat(empty.containsAny(new int[] {0})).isFalse();
    }

    @Test
    void forgetsATagWithItsLastOccurrence() {
        TagCounter counter = counting(3, 7, 3, 5);
        counter.remove(new int[] {3, 7});

        assertThat(counts(counter)).isEqualTo(Map.of(3, 1, 5, 1));
        assertThat(counter.containsAny(new int[] {7})).isFalse();
        assertThat(counter.conflicts()).isZero();
    }

    @Test
    void ignoresTheRemovalOfWhatItDoesNotKnow() {
        TagCounter counter = counting(3, 3);
        counter.remove(new int[] {4});

        assertThat(counts(counter)).isEqualTo(Map.of(3, 2));
        assertThat(counter.conflicts()).isEqualTo(1);
    }

    @Test
    void knowsWhichTagsOccur() {
        TagCounter counter = counting(3, 7, 3);

        assertThat(counter.containsAny(new int[] {1, 7})).isTrue();
        assertThat(counter.containsAny(new int[] {1, 2})).isFalse();
        assertThat(counter.containsAny(new int[0])).isFalse();
        assertThat(counter.countKnown(new int[] {3, 1, 3, 7})).isEqualTo(3);
        assertThat(counter.countKnown(new int[] {1})).isZero();
    }

    @Test
    void copiesAreIndependent() {
        TagCounter counter = counting(3, 7, 3);
        TagCounter copy = counting(1, 2, 3, 4, 5, 6);
        copy.copyFrom(counter);
        counter.remove(new int[] {3, 3, 7});

        assertThat(counts(copy)).isEqualTo(Map.of(3, 2, 7, 1));
        assertThat(copy.conflicts()).isEqualTo(1);
        TagCounter fresh = new TagCounter();
        fresh.copyFrom(copy);
        fresh.add(new int[] {8, 9, 10, 11, 12});
        assertThat(counts(fresh)).isEqualTo(Map.of(3, 2, 7, 1, 8, 1, 9, 1, 10, 1, 11, 1, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithCountingAnew(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TagCounter counter = new TagCounter();
        List<int[]> present = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            if (present.isEmpty() || random.nextInt(5) < 3) {
                int[] tags = random.ints(random.nextInt(4), 0, 8).toArray();
                present.add(tags);
                counter.add(tags);
            } else {
                counter.remove(present.remove(random.nextInt(present.size())));
            }
            Map<Integer, Integer> expected = new HashMap<>();
            present.forEach(tags -> {
                for (int tag : tags) {
                    expected.merge(tag, 1, Integer::sum);
                }
            });
            assertThat(counts(counter)).isEqualTo(expected);
            assertThat(counter.conflicts())
                    .isEqualTo(expected.values().stream()
                            .mapToInt(count -> count - 1)
                            .sum());
        }
    }
}
