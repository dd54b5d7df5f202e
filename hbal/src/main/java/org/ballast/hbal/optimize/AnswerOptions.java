package org.ballast.hbal.optimize;

import java.util.Optional;
import org.ballast.cli.options.GoesWith;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What is told beyond the plan. */
final class AnswerOptions {
    @Option(
            names = "--front",
            description =
                    "With --optimize, tell what more or less change would bring: about ten plans, none of which is"
                            + " beaten by another in both cost and score.")
    @GoesWith("--optimize")
    boolean front;

    @Option(
            names = "--pick",
            paramLabel = "N",
            converter = Pick.class,
            description = "With --optimize, take the plan of this number from the table of --front.")
    @GoesWith("--optimize")
    Optional<Integer> pick = Optional.empty();

    @Option(
            names = "--explain",
            description =
                    "Tell what each move is good for, which instances cannot move and why, and what keeps the score"
                            + " from falling further; with -v, by the rows of the score as well.")
    boolean explain;

    @Option(names = "--report", paramLabel = "FILE.html", description = "Write a page about the plan for browsers.")
    Optional<String> report = Optional.empty();

    @Option(
            names = "--pack",
            description = "With --optimize, empty as many nodes as possible, with all that holds for other plans, and"
                    + " balance the rest.")
    @GoesWith("--optimize")
    boolean pack;

    private static final class Pick implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return OptionValues.count("pick", text, 1);
        }
    }
}
