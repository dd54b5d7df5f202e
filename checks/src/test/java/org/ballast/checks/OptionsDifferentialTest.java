package org.ballast.checks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ballast.backends.text.TextWriter;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.Dice;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.RandomOptions;
import org.ballast.testkit.RandomRequests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Command lines, and above all mistyped ones, are understood or refused as by Ganeti, in its words. */
class OptionsDifferentialTest {
    private static final SideBySide COMPARISON = new SideBySide(
            OptionsDifferentialTest::call, (_, ganeti, ours) -> differences(ganeti, ours), Duration.ofSeconds(20), 500);

    private static final Pattern CANDIDATE = Pattern.compile("^ {2,20}(?:-[^-].*? +)?(--[a-z-]+)");

    @TestFactory
    Stream<DynamicTest> understandsWhatGanetiUnderstands() {
        return COMPARISON.tests();
    }

    @AfterAll
    static void report() {
        System.out.println("OptionsDifferentialTest, " + COMPARISON);
    }

    private static RandomCase call(long seed) {
        String tool = OurTool.names().get(Math.floorMod(seed, OurTool.names().size()));
        List<String> words = new ArrayList<>();
        SortedMap<String, String> files = new TreeMap<>();
        switch (tool) {
            case "hail" -> {
                words.add(RandomRequests.REQUEST_FILE);
                files.putAll(RandomRequests.of(1).call().files());
            }
            case "hspace" ->
                words.addAll(List.of("--simulate=p,2,8g,4g,4", "--standard-alloc=1g,1g,1", "--tiered-alloc=2g,1g,1"));
            default -> {
                words.addAll(List.of("-t", RandomOptions.DATA_FILE, "-l2"));
                files.put(RandomOptions.DATA_FILE, TextWriter.write(RandomClusters.of(1)));
            }
        }
        if (tool.equals("hinfo")) {
            words.removeLast();
        }
        Dice dice = Dice.of(seed ^ 0x0b7L);
        words.addAll(new BrokenOptions(ToolOptions.of(tool).ganetis(), dice).words());
        return new RandomCase("options-" + seed, new CommandLine(tool, words, files));
    }

    private static List<String> differences(CallOutcome.Finished ganeti, CallOutcome.Finished ours) {
        if (ganeti.exitCode() == 0 && ganeti.out().contains(" (ganeti) version ")) {
            return ours.exitCode() == 0 && ours.out().contains(" (Ballast) version ")
                    ? List.of()
                    : List.of("the question about the command itself is not answered\n");
        }
        if (ganeti.exitCode() == 0 && ganeti.out().contains("--help-completion none\n")) {
            return ours.out().startsWith(ganeti.out()) ? List.of() : List.of("the list for shells is another\n");
        }
        List<String> differences = new ArrayList<>(SideBySide.differences(ganeti, ours));
        if (Comparison.isError(ganeti)) {
            TextDifference.of("what is wrong with the command line", mistakes(ganeti), mistakes(ours))
                    .ifPresent(differences::add);
        }
        return differences;
    }

    /** Returns what a tool found wrong with the command line, without what options are for. */
    private static String mistakes(CallOutcome.Finished outcome) {
        if (outcome.err().startsWith("Error while parsing command line arguments:\n")) {
            return outcome.err();
        }
        if (!outcome.err().startsWith("Command line error: ")) {
            return "";
        }
        StringBuilder mistakes = new StringBuilder();
        SortedSet<String> candidates = new TreeSet<>();
        for (String line : outcome.err().lines().toList()) {
            if (line.contains(" version ")) {
                break;
            }
            Matcher candidate = CANDIDATE.matcher(line);
            if (candidate.find()) {
                candidates.add(candidate.group(1));
            } else if (!line.startsWith(" ") && !line.isEmpty()) {
                mistakes.append(line).append('\n');
            }
        }
        return mistakes.append(String.join("\n", candidates)).append('\n').toString();
    }
}
