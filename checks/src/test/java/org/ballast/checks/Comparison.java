package org.ballast.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ballast.testkit.CallOutcome;

/**
 * What a tool should have done, and what it did. Everything must be equal, except the words of an error: where a tool
 * gives up, the other must give up with the same exit code and say why.
 *
 * @param expected what Ganeti or a golden file says
 * @param actual what Ballast did
 */
record Comparison(CallOutcome.Finished expected, CallOutcome.Finished actual) {
    private static final Pattern ERROR =
            Pattern.compile("^(Error: |Error while |Command line error|h[a-z]+: )", Pattern.MULTILINE);
    private static final Pattern CRASH =
            Pattern.compile("divide by zero|CallStack|IntMap\\.!|Prelude\\.|Irrefutable|Non-exhaustive|stack overflow");
    /** What is told beside the results, which are Ganeti's: each in one line. */
    private static final Pattern REMARK = Pattern.compile("(Note|Warning): ");

    private static final Pattern LINE = Pattern.compile("(?<=\\n)");
    private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at [\\w.$/]+\\(", Pattern.MULTILINE);

    /** Returns whether a tool gave up, as opposed to an exit code that is its finding. */
    static boolean isError(CallOutcome.Finished outcome) {
        return outcome.exitCode() != 0 && ERROR.matcher(outcome.err()).find();
    }

    /** Returns whether Ganeti broke down. */
    static boolean isCrash(CallOutcome.Finished ganeti) {
        return ganeti.exitCode() != 0 && CRASH.matcher(ganeti.err()).find();
    }

    /** Returns whether a stack trace was printed. */
    static boolean showsStackTrace(CallOutcome.Finished ours) {
        return STACK_TRACE.matcher(ours.out() + ours.err()).find();
    }

    /** Returns an error stream without the remarks that Ballast makes and Ganeti does not. */
    static String withoutOurRemarks(String err, String expected) {
        Set<String> known = expected.lines().collect(Collectors.toSet());
        StringBuilder rest = new StringBuilder();
        for (String line : LINE.split(err, -1)) {
            if (known.contains(line.stripTrailing()) || !REMARK.matcher(line).lookingAt()) {
                rest.append(line);
            }
        }
        return rest.toString();
    }

    /** Returns what differs, one text each; none if all is well. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        if (expected.exitCode() != actual.exitCode()) {
            differences.add("exit code " + expected.exitCode() + " expected, but was " + actual.exitCode() + "\n");
        }
        TextDifference.of("stdout", expected.out(), actual.out()).ifPresent(differences::add);
        if (!isError(expected)) {
            TextDifference.of("stderr", expected.err(), withoutOurRemarks(actual.err(), expected.err()))
                    .ifPresent(differences::add);
        } else if (actual.err().isBlank()) {
            differences.add("no error was printed; expected something like:\n" + expected.err());
        }
        SortedSet<String> files = new TreeSet<>(expected.written().keySet());
        files.addAll(actual.written().keySet());
        for (String file : files) {
            if (!expected.written().containsKey(file)) {
                differences.add("file " + file + " was written, but should not be\n");
            } else if (!actual.written().containsKey(file)) {
                differences.add("file " + file + " was not written\n");
            } else {
                TextDifference.of(
                                "file " + file,
                                expected.written().get(file),
                                actual.written().get(file))
                        .ifPresent(differences::add);
            }
        }
        return differences;
    }
}
