package org.ballast.testkit;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The outcome of a call of a tool. */
public sealed interface CallOutcome {
    /**
     * The tool came to an end.
     *
     * @param exitCode its exit code
     * @param out what it printed
     * @param err what it printed as errors
     * @param written the contents of the files it wrote or changed, by their names
     */
    record Finished(int exitCode, String out, String err, SortedMap<String, String> written) implements CallOutcome {
        /** Copies the map. */
        public Finished {
            written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        }
    }

    /**
     * The tool took too long and was stopped.
     *
     * @param limit the time it had
     */
    record TimedOut(Duration limit) implements CallOutcome {}
}
