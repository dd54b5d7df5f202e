package org.ballast.hbal.optimize;

import static org.ballast.backends.input.Quoted.quoted;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.LineReader;
import org.ballast.cli.console.Console;
import org.ballast.model.ScoreRow;
import org.ballast.model.ScoreWeights;

/** Reads weights of the score's rows: {@code free_mem_cv=1,n1_cnt=4}, or a file with one of them a line. */
final class WeightsText {
    private static final double HIGHEST = 1e9;

    private WeightsText() {}

    /**
     * Reads weights.
     *
     * @throws BackendException if the text names a file that cannot be read or is empty, a row is unknown, or a weight is
     *     none
     */
    static ScoreWeights read(Console console, String text) {
        Map<ScoreRow, Double> weights = new EnumMap<>(ScoreRow.class);
        if (text.contains("=")) {
            for (String item : text.split(",", -1)) {
                put(weights, item);
            }
        } else {
            putAll(weights, console.file(text));
        }
        return ScoreWeights.with(weights);
    }

    private static void putAll(Map<ScoreRow, Double> weights, Path file) {
        try (LineReader source = LineReader.open(file)) {
            while (source.advance()) {
                String item = source.line().split("#", 2)[0].strip();
                if (!item.isEmpty()) {
                    put(weights, source, item);
                }
            }
            if (weights.isEmpty()) {
                throw source.refusedWhole("expected weights, one NAME=VALUE a line, found none");
            }
        }
    }

    private static void put(Map<ScoreRow, Double> weights, LineReader source, String item) {
        try {
            put(weights, item);
        } catch (BackendException e) {
            throw source.refused(String.valueOf(e.getMessage()));
        }
    }

    private static void put(Map<ScoreRow, Double> weights, String item) {
        int equals = item.indexOf('=');
        if (equals < 0) {
            throw new BackendException("Invalid value of weights, expected NAME=VALUE, got " + quoted(item));
        }
        weights.put(
                row(item.substring(0, equals).strip()),
                OptionValues.decimal(
                        "weights", "a number", item.substring(equals + 1).strip(), 0, HIGHEST));
    }

    private static ScoreRow row(String label) {
        return ScoreRow.ALL.stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BackendException("The score has no row " + quoted(label) + ", only "
                        + ScoreRow.ALL.stream().map(ScoreRow::label).collect(Collectors.joining(", "))));
    }
}
