package org.ballast.iallocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hundreds of megabytes of anything end in one line, in the memory of a test. */
class HostileInputTest {
    private static final long LENGTH = 200L << 20;
    private static final int PIECE = 1 << 16;
    private static final long MEMORY = 32L << 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "~~; [; 1: expected an object, found a list (Unable to read JSObject)",
                "~{\"x\": ~; [; 1, column 56: x[0][0]",
                "~{\"~; a; 1, column 1048578: expected a string of at most 1048576 bytes, found a longer one",
                "~\"~; a; 1, column 1048577: expected a string of at most 1048576 bytes, found a longer one",
                "~{\"request\": {\"name\": \"~; \\\\; 1, column",
                "~{\"request\": {\"name\": ~; 7; 1, column 65536: request.name: expected a number of at most 1000 digits",
                "~{\"cluster_tags\": [\"~; a\",\"; 1: cluster_tags[65536]: expected at most 65536 items, found",
                "~{\"instances\": {\"a\": {\"disks\": [~; {\"size\":1},; 1: instances.a.disks[65536]: expected at most 65536 items",
                "~{\"x\": \"~; é; 1, column 209715200: x: expected text in UTF-8, found the end of the file",
                "~{\"x\": [~; \"a\",; 1, column 209715200: x[52428798]: expected a closing quote, found the end of the file",
                "~{\"x\": {~; \"a\":0,; 1, column 209715200: x: expected a closing quote, found the end of the file",
                "~{\"nodes\": {~; \"a\":{},; 1: nodes.a.offline: expected true or false, found nothing",
            })
    void garbageWithoutEnd(String head, String pattern, String message) {
        byte[] start = (head == null ? "" : head).getBytes(UTF_8);
        Trickle garbage = new Trickle(start, pattern.getBytes(UTF_8), LENGTH, PIECE);

        long before = allocated();
        assertThatThrownBy(() -> MessageReader.read(garbage, "file"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("file:" + message)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).doesNotContain("\n").hasSizeLessThan(500));
        assertThat(allocated() - before).isLessThan(MEMORY);
    }

    @Test
    void randomBytesAreRefusedInOneLine() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = new byte[PIECE];
            random.nextBytes(bytes);
            byte[] head = round % 2 == 0 ? new byte[0] : "{\"x\": \"".getBytes(UTF_8);

            ProtocolException refusal = catchThrowableOfType(
                    ProtocolException.class, () -> MessageReader.read(new Trickle(head, bytes, LENGTH, PIECE), "file"));

            assertThat(refusal.getMessage()).startsWith("file:").doesNotContain("\n");
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
