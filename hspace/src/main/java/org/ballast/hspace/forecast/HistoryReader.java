package org.ballast.hspace.forecast;

import java.nio.file.Path;
import org.ballast.backends.input.BackendException;

/** A reader of histories in either form, which it tells apart by the header. */
final class HistoryReader {
    private HistoryReader() {}

    /**
     * Reads a file of either form.
     *
     * @throws BackendException if it cannot be read or is of neither form
     */
    static History read(Path file) {
        try (CsvReader source = CsvReader.open(file)) {
            if (!source.advance()) {
                throw source.refusedWhole("expected a header and rows below, found nothing");
            }
            Timeline timeline = new Timeline();
            int rows = source.fields().contains(SavedClusters.FILE)
                    ? new SavedClusters(source, file).readInto(timeline)
                    : new UsageRows(source).readInto(timeline);
            if (rows == 0) {
                throw source.refusedWhole("expected rows with what the cluster used below the header, found none");
            }
            return timeline.history();
        }
    }
}
