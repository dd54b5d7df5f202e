package org.ballast.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.OptionTable;
import org.ballast.testkit.OptionTable.Row;
import org.ballast.testkit.OptionTable.Value;

/**
 * The options of one of our tools, as it tells them itself.
 *
 * @param ganetis those that Ganeti's tool of that name has
 * @param own all others
 */
record ToolOptions(OptionTable ganetis, OptionTable own) {
    private static final Pattern IN_HELP =
            Pattern.compile("^ {2}(?:-(.), | {4})--([\\w-]+)(?:\\[=(.*?)\\]|=(\\S+))?", Pattern.MULTILINE);
    private static final String LAST_OF_GANETI = "--help-completion";

    private static final Map<String, ToolOptions> KNOWN = new ConcurrentHashMap<>();

    /** Returns the options of a tool. */
    static ToolOptions of(String tool) {
        return KNOWN.computeIfAbsent(tool, ToolOptions::ask);
    }

    private static ToolOptions ask(String tool) {
        Map<String, Row> described = new TreeMap<>();
        described(IN_HELP, answer(tool, "--help")).forEach(row -> described.put(row.name(), row));
        List<Row> listed = answer(tool, "--help-completion")
                .lines()
                .filter(line -> line.startsWith("-"))
                .map(line -> line.replaceFirst("^(?:.*,)?--([\\w-]+) .*", "$1"))
                .map(name -> Optional.ofNullable(described.get(name))
                        .orElseThrow(() -> new AssertionError(tool + " does not describe --" + name)))
                .toList();
        List<String> names = listed.stream().map(row -> "--" + row.name()).toList();
        int split = names.indexOf(LAST_OF_GANETI) + 1;
        return new ToolOptions(
                new OptionTable(listed.subList(0, split)), new OptionTable(listed.subList(split, listed.size())));
    }

    /**
     * Returns the options that a help text describes.
     *
     * @param form what finds the letter, the name, and what an optional value and a required one are called
     */
    static List<Row> described(Pattern form, String help) {
        return form.matcher(help).results().map(ToolOptions::row).toList();
    }

    private static Row row(MatchResult help) {
        String letter = Optional.ofNullable(help.group(1)).orElse("");
        if (help.group(3) != null) {
            return new Row(help.group(2), letter, Value.OPTIONAL, help.group(3));
        }
        return help.group(4) != null
                ? new Row(help.group(2), letter, Value.REQUIRED, help.group(4))
                : new Row(help.group(2), letter, Value.NONE, "");
    }

    private static String answer(String tool, String question) {
        return OurTool.run(new CommandLine(tool, List.of(question), new TreeMap<>()))
                .out();
    }
}
