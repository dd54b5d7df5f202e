package org.ballast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BalancePictureTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** To draw it anew: run the class with the two paths below. */
    @Test
    void thePictureInTheReadmeIsWhatThePlannerDrawsNow() throws IOException {
        String drawn = BalancePicture.of(ROOT.resolve("examples/twenty-nodes.data"));
        assertThat(drawn).isEqualTo(Files.readString(ROOT.resolve("docs/img/before-after.svg")));
    }

    @Test
    void aPictureShowsTheScoresBeforeAndAfter(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("picture.svg");
        BalancePicture.main(
                new String[] {ROOT.resolve("examples/three-nodes.data").toString(), file.toString()});
        assertThat(Files.readString(file))
                .startsWith("<svg")
                .contains("Before: score 12.21", "After 5 moves: score 2.18")
                .endsWith("</svg>\n");
    }
}
