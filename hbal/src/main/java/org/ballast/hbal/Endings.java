package org.ballast.hbal;

import java.util.stream.Collectors;
import org.ballast.hbal.optimize.SearchOutcome;
import org.ballast.optimizer.SearchReport;

/** Says why a search went no further. */
final class Endings {
    private Endings() {}

    /** Returns the limits that a plan uses up, by the names of their options. */
    static String limits(SearchReport report) {
        return report.binding().stream().map(limit -> "--" + limit.label()).collect(Collectors.joining(", "));
    }

    /** Returns it in a sentence. */
    static String of(PlanSummary told) {
        if (!Double.isFinite(told.plan().after().total())) {
            return "The score has no value, so no move is better than another.";
        }
        String end = told.search().isPresent() ? ofSearch(told) : ofSteps(told);
        String limits = told.search()
                .map(SearchOutcome::result)
                .map(result -> limits(result.search()))
                .orElse("");
        return limits.isEmpty() ? end + "." : end + "; the plan uses up " + limits + ".";
    }

    private static String ofSearch(PlanSummary told) {
        return switch (told.plan().stoppedBy()) {
            case INTERRUPTED -> "The search was interrupted";
            case TIME_LIMIT -> "The search ended with its time";
            case TRY_LIMIT -> "The search ended after its last try";
            case SCORE_REACHED -> "The search ended at the score asked for";
            case NO_BETTER_MOVE -> "The search ended when it had found nothing better for long enough";
            case MOVE_LIMIT, GAIN_TOO_SMALL -> "The search found no better move";
        };
    }

    private static String ofSteps(PlanSummary told) {
        return switch (told.plan().stoppedBy()) {
            case INTERRUPTED -> "The search was interrupted";
            case TIME_LIMIT -> "The search ended with its time";
            case TRY_LIMIT -> "The search ended after its last try";
            case SCORE_REACHED -> "The score is low enough";
            case MOVE_LIMIT -> "The plan has as many moves as --max-length allows";
            case NO_BETTER_MOVE -> "No single move lowers the score any more";
            case GAIN_TOO_SMALL -> "The best move gains less than --min-gain";
        };
    }
}
