package org.ballast.hbal.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What is told beyond the plan. */
final class AnswerOptions {
    @Option(
            names = "--front",
            description =
                    "With --optimize, tell what more or less change would bring: about ten plans, none of which is"
                            + " beaten by another in both cost and score.")
    boolean front;

    @Option(
            names = "--pick",
            paramLabel = "N",
            converter = Pick.class,
            description = "With --optimize, take the plan of this number from the table of --front.")
    Optional<Integer> pick = Optional.empty();

    @Option(
            names = "--explain",
            description = "With --optimize, tell what each move is good for, and what keeps the score from falling"
                    + " further.")
    boolean explain;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "With --optimize, write a page about the plan for browsers.")
    Optional<String> report = Optional.empty();

    private static final class Pick implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return OptionValues.count("pick", text, 1);
        }
    }

    /** Returns the names of the options that were given. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (front) {
            given.add("--front");
        }
        pick.ifPresent(any -> given.add("--pick"));
        if (explain) {
            given.add("--explain");
        }
        report.ifPresent(any -> given.add("--report"));
        return given;
    }
}
