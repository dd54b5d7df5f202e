package org.ballast.hbal;

import java.util.stream.Collectors;
import org.ballast.hbal.optimize.Outcome;
import org.ballast.planner.optimize.SearchReport;

/** Says why a search went no further. */
final class Endings {
    private Endings() {}

    /** Returns the limits that a plan uses up, by the names of their options. */
    static String limits(SearchReport report) {
        return report.binding().stream().map(limit -> "--" + limit.label()).collect(Collectors.joining(", "));
    }

    /** Returns it in a sentence. */
    static String of(Outcome outcome) {
        SearchReport report = outcome.result().search();
        String end = switch (outcome.plan().stoppedBy()) {
            case INTERRUPTED -> "The search was interrupted";
            case TIME_LIMIT -> "The search ended with its time";
            case TRY_LIMIT -> "The search ended after its last try";
            case SCORE_REACHED -> "The search ended at the score asked for";
            case MOVE_LIMIT, NO_BETTER_MOVE, GAIN_TOO_SMALL -> "The search found no better move";
        };
        return report.binding().isEmpty() ? end + "." : end + "; the plan uses up " + limits(report) + ".";
    }
}
