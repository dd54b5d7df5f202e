package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages as a real browser lays them out, on wide screens and narrow ones: nothing is cut off or wider than its place,
 * and all charts are there. {@code BALLAST_BROWSER} names the browser, where Chromium is not among the commands.
 */
class PagesInBrowserTest {
    private static final List<String> USUAL_NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int LONGEST_SECONDS = 60;
    private static final Pattern FOUND = Pattern.compile("data-charts=\"(\\d+)\" data-faults=\"([^\"]*)\"");

    /** Looks at the finished page and writes down what it finds, which the browser then prints with the page. */
    private static final String LOOK = """
            <script>
            addEventListener('load', () => {
              const faults = [];
              const charts = [...document.querySelectorAll('svg')];
              for (const chart of charts) {
                const frame = chart.getBoundingClientRect();
                if (frame.width < 40 || frame.height < 10) faults.push('a chart without size');
                for (const text of chart.querySelectorAll('text')) {
                  const box = text.getBoundingClientRect();
                  const isIn = box.left >= frame.left - 1 && box.right <= frame.right + 1
                      && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
                  if (box.width > 0 && !isIn) faults.push('cut off: ' + text.textContent);
                }
              }
              if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the window');
              document.body.dataset.charts = charts.length;
              document.body.dataset.faults = faults.join('; ');
            });
            </script>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1400, 500})
    void aPlan(int width) throws IOException, InterruptedException {
        String page = made(
                        "hbal", "--optimize", "--max-tries=400000", "--max-data=200", "--front", "--report=page.html")
                .written()
                .get("page.html");
        check(page, width, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1400, 500})
    void aCapacityReport(int width) throws IOException, InterruptedException {
        check(
                made("hspace", "--disk-template=drbd", "--explain", "--output=html")
                        .out(),
                width,
                4);
    }

    @Test
    void cutOffTextAndWideContentAreFound() throws IOException, InterruptedException {
        String page = """
                <!DOCTYPE html><html><body style="margin:0">
                <svg width="200" height="50"><text x="190" y="20">too long</text></svg><div style="width:3000px">x</div>
                </body></html>
                """;
        Matcher found = look(page, 800);
        assertThat(found.group(1)).isEqualTo("1");
        assertThat(found.group(2)).isEqualTo("cut off: too long; wider than the window");
    }

    private static CallOutcome.Finished made(String tool, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-t", "cluster.data"));
        arguments.addAll(List.of(options));
        String cluster = Files.readString(Project.root().resolve("examples/twenty-nodes.data"));
        CallOutcome.Finished made =
                OurTool.run(new CommandLine(tool, arguments, new TreeMap<>()).withFile("cluster.data", cluster));
        assertThat(made.exitCode()).as(made.err()).isZero();
        return made;
    }

    private void check(String page, int width, int leastCharts) throws IOException, InterruptedException {
        Matcher found = look(page, width);
        assertThat(found.group(2)).isEmpty();
        assertThat(Integer.parseInt(found.group(1))).isGreaterThanOrEqualTo(leastCharts);
    }

    private Matcher look(String page, int width) throws IOException, InterruptedException {
        Path file = folder.resolve("page.html");
        Path dump = folder.resolve("dump.html");
        Files.writeString(file, page.replace("</body>", LOOK + "</body>"));
        Process process = new ProcessBuilder(
                        browser(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=" + width + ",1000",
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(dump.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        boolean isDone = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(isDone).as("the browser is done in time").isTrue();
        Matcher found = FOUND.matcher(Files.readString(dump, StandardCharsets.UTF_8));
        assertThat(found.find())
                .as("%s", Files.readString(folder.resolve("errors")))
                .isTrue();
        return found;
    }

    private static String browser() {
        Optional<String> named = Optional.ofNullable(System.getenv("BALLAST_BROWSER"));
        Stream<String> usual = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(path -> USUAL_NAMES.stream().map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .map(Path::toString);
        Optional<String> found = named.or(usual::findFirst);
        if (found.isEmpty()) {
            abort("no browser found: install chromium, or set BALLAST_BROWSER");
        }
        return found.orElseThrow();
    }
}
