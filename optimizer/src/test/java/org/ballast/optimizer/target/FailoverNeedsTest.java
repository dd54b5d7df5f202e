package org.ballast.optimizer.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverNeedsTest {
    private record Entry(int node, int primary, long memory) {}

    private static long need(List<Entry> entries, int node, int primary) {
        return entries.stream()
                .filter(entry -> entry.node() == node && entry.primary() == primary)
                .mapToLong(Entry::memory)
                .sum();
    }

    private static long largest(List<Entry> entries, int node) {
        return entries.stream()
                .filter(entry -> entry.node() == node)
                .mapToLong(entry -> need(entries, node, entry.primary()))
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void needsEqualThoseCountedAnew(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FailoverNeeds needs = new FailoverNeeds(7);
        List<Entry> entries = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            if (entries.isEmpty() || random.nextInt(7) < 4) {
                Entry entry = new Entry(random.nextInt(2), random.nextInt(7), random.nextInt(5));
                assertThat(needs.largestAfter(entry.node(), -1, entry.primary(), entry.memory()))
                        .isEqualTo(largest(with(entries, entry), entry.node()));
                entries.add(entry);
                needs.add(entry.node(), entry.primary(), entry.memory());
            } else {
                Entry entry = entries.remove(random.nextInt(entries.size()));
                assertThat(needs.largestAfter(entry.node(), entry.primary(), -1, entry.memory()))
                        .isEqualTo(largest(entries, entry.node()));
                Entry elsewhere = new Entry(entry.node(), random.nextInt(7), entry.memory());
                assertThat(needs.largestAfter(entry.node(), entry.primary(), elsewhere.primary(), entry.memory()))
                        .isEqualTo(largest(with(entries, elsewhere), entry.node()));
                needs.add(entry.node(), entry.primary(), -entry.memory());
            }
            for (int node = 0; node < 2; node++) {
                assertThat(needs.largest(node)).isEqualTo(largest(entries, node));
                for (int primary = 0; primary < 7; primary++) {
                    assertThat(needs.of(node, primary)).isEqualTo(need(entries, node, primary));
                }
            }
        }
    }

    private static List<Entry> with(List<Entry> entries, Entry added) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(added);
        return more;
    }
}
