package org.ballast.hbal.optimize;

import static org.ballast.backends.input.Quoted.quoted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ballast.backends.input.BackendException;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreWeights;

/** Reads weights of the score's rows: {@code free_mem_cv=1,n1_cnt=4}, or a file with one of them a line. */
final class WeightsText {
    private static final double HIGHEST = 1e9;

    private WeightsText() {}

    /**
     * Reads weights.
     *
     * @throws Failure if the text names a file that cannot be read
     * @throws BackendException if a row is unknown, or a weight is none
     */
    static ScoreWeights read(Console console, String text) {
        Map<ScoreRow, Double> weights = new EnumMap<>(ScoreRow.class);
        for (String item : text.contains("=") ? List.of(text.split(",", -1)) : lines(console, text)) {
            int equals = item.indexOf('=');
            if (equals < 0) {
                throw new BackendException("Invalid value of weights, expected NAME=VALUE, got " + quoted(item));
            }
            weights.put(
                    row(item.substring(0, equals).strip()),
                    OptionValues.decimal(
                            "weights", "a number", item.substring(equals + 1).strip(), 0, HIGHEST));
        }
        return ScoreWeights.with(weights);
    }

    private static List<String> lines(Console console, String name) {
        Path file = console.file(name);
        try {
            return Files.readString(file)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw Failure.cannotOpen("hbal", name, file, e);
        }
    }

    private static ScoreRow row(String label) {
        return ScoreRow.ALL.stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BackendException("The score has no row " + quoted(label) + ", only "
                        + ScoreRow.ALL.stream().map(ScoreRow::label).collect(Collectors.joining(", "))));
    }
}
