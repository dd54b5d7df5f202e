package org.ballast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TextTwistsTest {
    private static final String TEXT = """
        default|uuid-of-0|preferred||

        node1|4096|0|4096|100|100|4|N|uuid-of-0|1||N|0|1|1.0

        inst1|1024|10|1|running|Y|node1||plain||1|-|N


        |128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|plain|4.0|32.0
        """;

    @Test
    void mostTextsAreUnchanged() {
        long unchanged = LongStream.range(0, 1_000)
                .filter(seed -> TextTwists.twist(TEXT, seed).equals(TEXT))
                .count();
        assertThat(unchanged).isBetween(700L, 950L);
    }

    @Test
    void someTextsAreChangedInEachWay() {
        Set<String> twisted = LongStream.range(0, 1_000)
                .mapToObj(seed -> TextTwists.twist(TEXT, seed))
                .collect(Collectors.toSet());
        assertThat(twisted)
                .anyMatch(text -> text.contains("node1|?"))
                .anyMatch(text -> text.contains("\nnode1|4096|0|4096|100|100|4|N|uuid-of-0\n"))
                .anyMatch(text -> text.contains("|more|columns\n"))
                .anyMatch(text -> !text.contains("32.0"))
                .anyMatch(text -> text.contains("walking"));
    }
}
