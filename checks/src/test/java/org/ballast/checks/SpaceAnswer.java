package org.ballast.checks;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ballast.testkit.CallOutcome;

/**
 * What {@code hspace} did, for people or for the shell.
 *
 * @param outcome all of it
 */
record SpaceAnswer(CallOutcome.Finished outcome) {
    private static final Pattern LETTER = Pattern.compile("-[vq]*l(.*)");
    private static final Pattern NAME = Pattern.compile("--max-l[a-z]*(=(.*))?");
    private static final Pattern SIZE =
            Pattern.compile("^  - +(?<count>\\d+) instances of spec (?<size>.*)$", Pattern.MULTILINE);
    private static final Pattern SIZES = Pattern.compile("^HTS_TSPEC='?([^'\n]*)", Pattern.MULTILINE);
    private static final Pattern TIERED_OUT = Pattern.compile(
            "^Tiered allocation results:\n.*?(?=^Standard |\\z)|^HTS_(?:TRL_|TSPEC=|KM_)[^\n]*\n",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TIERED_ERR = Pattern.compile(
            "^Tiered allocation (?:map|status:)\n.*?(?=^Tiered |^Standard |^The |\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);

    /** Returns what the arguments say about the most instances to place, the last time they do. */
    static OptionalInt limit(List<String> arguments) {
        OptionalInt limit = OptionalInt.empty();
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            Matcher letter = LETTER.matcher(word);
            Matcher name = NAME.matcher(word);
            if (letter.matches()) {
                limit = OptionalInt.of(Integer.parseInt(letter.group(1).isEmpty() ? words.next() : letter.group(1)));
            } else if (name.matches()) {
                limit = OptionalInt.of(Integer.parseInt(name.group(2) == null ? words.next() : name.group(2)));
            }
        }
        return limit;
    }

    /**
     * Instances that tiered mode placed one after another.
     *
     * @param size their size, in one form or the other
     * @param count how many
     */
    record Placed(String size, int count) {}

    /** Returns what tiered mode placed, if it came to its end. */
    Optional<List<Placed>> tiered() {
        Matcher sizes = SIZES.matcher(outcome.out());
        if (sizes.find()) {
            return Optional.of(Arrays.stream(sizes.group(1).split(" "))
                    .filter(each -> !each.isEmpty())
                    .map(each -> each.split("="))
                    .map(each -> new Placed(each[0], Integer.parseInt(each[1])))
                    .toList());
        }
        return outcome.out().contains("Tiered allocation results:")
                ? Optional.of(SIZE.matcher(outcome.out())
                        .results()
                        .map(size -> new Placed(size.group("size"), Integer.parseInt(size.group("count"))))
                        .toList())
                : Optional.empty();
    }

    static int count(List<Placed> placed) {
        return placed.stream().mapToInt(Placed::count).sum();
    }

    /** Returns those of the instances that were placed first. */
    static List<Placed> first(int most, List<Placed> placed) {
        List<Placed> first = new ArrayList<>();
        int left = most;
        for (Placed each : placed) {
            int count = Math.min(left, each.count());
            left -= count;
            if (count > 0) {
                first.add(new Placed(each.size(), count));
            }
        }
        return first;
    }

    /** Returns the outcome without anything that depends on how tiered mode ended. */
    CallOutcome.Finished withoutTieredMode() {
        String out = TIERED_OUT.matcher(outcome.out()).replaceAll("");
        String err = TIERED_ERR.matcher(outcome.err()).replaceAll("");
        SortedMap<String, String> written = new TreeMap<>(outcome.written());
        written.keySet().removeIf(SpaceAnswer::isTiered);
        return new CallOutcome.Finished(outcome.exitCode(), out, err, written);
    }

    /** Returns what tells how tiered mode ended, and nothing else: not even the exit code. */
    CallOutcome.Finished tieredMode() {
        SortedMap<String, String> written = new TreeMap<>(outcome.written());
        written.keySet().removeIf(file -> !isTiered(file));
        return new CallOutcome.Finished(0, all(TIERED_OUT, outcome.out()), all(TIERED_ERR, outcome.err()), written);
    }

    private static boolean isTiered(String file) {
        return file.endsWith(".tiered");
    }

    private static String all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(joining());
    }
}
