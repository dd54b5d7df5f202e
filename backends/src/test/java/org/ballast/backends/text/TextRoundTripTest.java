package org.ballast.backends.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.ballast.model.Cluster;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextRoundTripTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenReadsAsTheSameCluster(long seed) {
        Cluster cluster = RandomClusters.of(seed);

        String text = TextWriter.write(cluster);

        assertThat(TextReader.read(text, "written")).isEqualTo(cluster);
    }
}
