package org.ballast.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code bin/commands}, the table of all commands.
 *
 * @param name its name in {@code bin/}
 * @param jar the jar that it starts from
 * @param main its main class
 * @param options what the Java machine is told when it runs
 */
public record InstalledCommand(String name, String jar, String main, List<String> options) {
    private static final String ALL = "*";
    private static final int COLUMNS = 3;

    /** Copies the list. */
    public InstalledCommand {
        options = List.copyOf(options);
    }

    /** Returns the commands of a table, each with the options that all have. */
    public static List<InstalledCommand> read(Path table) throws IOException {
        List<InstalledCommand> commands = new ArrayList<>();
        List<String> common = List.of();
        for (String line : Files.readAllLines(table)) {
            List<String> words = Arrays.stream(line.strip().split("\\s+", -1)).toList();
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (words.size() < COLUMNS) {
                throw new IOException(table + ": a command needs a name, a jar and a class, but here is: " + line);
            }
            // What is in brackets is the launcher's concern: it lets the options go for some calls.
            List<String> options = words.stream()
                    .skip(COLUMNS)
                    .filter(word -> !word.startsWith("["))
                    .toList();
            if (words.getFirst().equals(ALL)) {
                common = options;
            } else {
                List<String> all = new ArrayList<>(common);
                all.addAll(options);
                commands.add(new InstalledCommand(words.get(0), words.get(1), words.get(2), all));
            }
        }
        return commands;
    }
}
