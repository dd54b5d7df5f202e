package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.VerbosityOptions;
import org.ballast.hbal.explain.StrandedInstance;

/** Tells people which instances are still on offline nodes. */
record EvacuationText(Console console, BalancedGroups groups) {
    /** Beside the results, no more are named than people read. */
    private static final int MOST_NOTES = 10;

    /** Returns how many instances are named beside the results. */
    static int mostNotes(VerbosityOptions verbosity) {
        return verbosity.level() == 0 ? 0 : MOST_NOTES;
    }

    /**
     * Tells it beside the results, which stay what they are without it.
     *
     * @param stranded the first of them
     * @param count how many there are
     */
    void note(List<StrandedInstance> stranded, int count) {
        stranded.stream().limit(MOST_NOTES).forEach(each -> console.note("Note: " + sentence(each)));
        int more = count - MOST_NOTES;
        if (more > 0) {
            console.note("Note: " + AmountText.count(more, "more instance stays", "more instances stay")
                    + " on offline nodes; --explain names all");
        }
    }

    /** Tells it as a part of the results. */
    void write(List<StrandedInstance> stranded) {
        if (stranded.isEmpty()) {
            return;
        }
        console.line("");
        console.line("Still on offline nodes:");
        stranded.forEach(each -> console.line("  " + sentence(each)));
    }

    private String sentence(StrandedInstance stranded) {
        return stranded.describe(groups.cluster(), groups.names());
    }
}
