package org.ballast.hspace.forecast;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.text.TextReader;

/** A history whose rows name clusters that were saved in the text format, as a regular scan leaves them. */
final class SavedClusters {
    /** The column that only this form has. */
    static final String FILE = "file";

    private static final List<String> COLUMNS = List.of("date", FILE);

    private final CsvReader source;
    private final Path history;
    private final CsvColumns columns;

    /** Takes the row reached as the header; paths are relative to the folder of the history. */
    SavedClusters(CsvReader source, Path history) {
        this.source = source;
        this.history = history;
        columns = new CsvColumns(source, COLUMNS, COLUMNS);
    }

    /** Reads all rows, and the files they name, and returns how many there were. */
    int readInto(Timeline timeline) {
        int rows = 0;
        while (columns.advance()) {
            String date = columns.text("date");
            LocalDateTime moment = Day.parse(date).orElseThrow(() -> source.refused("date", Day.EXPECTED, date));
            enter(moment, timeline);
            rows++;
        }
        return rows;
    }

    private void enter(LocalDateTime moment, Timeline timeline) {
        String name = columns.text(FILE);
        if (name.isEmpty()) {
            throw source.refused(FILE, "a path", name);
        }
        try {
            ClusterUsage.enter(TextReader.read(history.resolveSibling(name)), moment, timeline);
        } catch (InvalidPathException e) {
            throw source.refused(FILE, "a path", name);
        } catch (BackendException e) {
            throw e.during(source.position() + ": " + FILE);
        }
    }
}
