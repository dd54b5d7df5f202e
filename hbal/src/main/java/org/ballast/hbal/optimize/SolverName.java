package org.ballast.hbal.optimize;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ballast.backends.input.BackendException;

/** The searches that a user can choose between. */
enum SolverName {
    TIMEFOLD("timefold"),
    ANNEAL("anneal"),
    DESCENT("descent");

    private final String label;

    SolverName(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * Returns the solver of this name.
     *
     * @throws BackendException if there is none
     */
    static SolverName named(String text) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(text))
                .findFirst()
                .orElseThrow(() -> new BackendException("Unknown solver '" + text + "', pass one of "
                        + Arrays.stream(values())
                                .map(each -> "'" + each.label + "'")
                                .collect(Collectors.joining(", "))));
    }
}
