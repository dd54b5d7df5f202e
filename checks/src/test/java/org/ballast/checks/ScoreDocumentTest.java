package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreRow.Scope;
import org.ballast.model.ScoreRow.Statistic;
import org.junit.jupiter.api.Test;

/** The score's table in {@code docs/score.md} is the one in the code. */
class ScoreDocumentTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z0-9_]+)` \\| ([0-9.]+) \\| ([^|]+) \\| ([^|]+) \\|.*");

    /** What the document says in the first four columns of a row. */
    private record Line(String name, double weight, String statistic, String nodes) {
        static Line of(Matcher row) {
            return new Line(row.group(1), Double.parseDouble(row.group(2)), row.group(3), row.group(4));
        }

        static Line of(ScoreRow row) {
            return new Line(row.label(), row.weight(), word(row.statistic()), word(row.scope()));
        }
    }

    @Test
    void theTableOfScoreRowsIsThatOfTheCode() throws IOException {
        List<Line> documented = Files.readAllLines(Project.root().resolve("docs/score.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(Line::of)
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(ScoreRow.ALL.stream().map(Line::of).toList());
    }

    private static String word(Statistic statistic) {
        return switch (statistic) {
            case SPREAD -> "standard deviation";
            case SUM -> "sum";
            case SHARED_PAIRS -> "shared pairs";
        };
    }

    private static String word(Scope scope) {
        return switch (scope) {
            case ONLINE -> "online";
            case OFFLINE -> "offline";
        };
    }
}
