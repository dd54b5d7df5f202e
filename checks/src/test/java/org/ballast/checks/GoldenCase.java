package org.ballast.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;

/**
 * A call of a tool and what it should do, as files of one name:
 *
 * <ul>
 *   <li>{@code name.args}: the arguments, one a line;
 *   <li>{@code name.stdout}, {@code name.stderr}, {@code name.exit}: what comes out; the exit code ends in a newline;
 *   <li>{@code name.written.FILE}: the file {@code FILE} that it writes;
 *   <li>{@code name.differs}: why Ganeti does something else, if it does;
 *   <li>any other {@code name.*}, such as {@code name.data}: an input file under this very name.
 * </ul>
 *
 * <p>The files of the folder {@code data} are input of all cases.
 *
 * @param tool the tool, which is the name of the folder
 * @param name the name of the case
 * @param files the contents of its files, by their names without the name of the case and the dot
 */
record GoldenCase(String tool, String name, SortedMap<String, String> files) {
    private static final String WRITTEN = "written.";
    private static final String ARGUMENTS = "args";
    private static final String DIFFERS = "differs";
    private static final String OUT = "stdout";
    private static final String ERR = "stderr";
    private static final String EXIT = "exit";

    /** Returns whether Ganeti is known to do something else. */
    boolean differsFromGaneti() {
        return files.containsKey(DIFFERS);
    }

    /** Returns whether anything is expected at all; if not, the files have yet to be made. */
    boolean isComplete() {
        return files.keySet().containsAll(List.of(ARGUMENTS, OUT, ERR, EXIT));
    }

    CommandLine call(SortedMap<String, String> sharedData) {
        SortedMap<String, String> input = new TreeMap<>(sharedData);
        files.forEach((suffix, content) -> {
            if (isInput(suffix)) {
                input.put(name + "." + suffix, content);
            }
        });
        return new CommandLine(tool, file(ARGUMENTS).lines().toList(), input);
    }

    CallOutcome.Finished expected() {
        SortedMap<String, String> written = new TreeMap<>();
        files.forEach((suffix, content) -> {
            if (suffix.startsWith(WRITTEN)) {
                written.put(suffix.substring(WRITTEN.length()), content);
            }
        });
        return new CallOutcome.Finished(Integer.parseInt(file(EXIT).strip()), file(OUT), file(ERR), written);
    }

    /** Writes this as what the case should do, in place of anything expected before. */
    void update(Path folder, CallOutcome.Finished outcome) {
        Map<String, String> expectations = new TreeMap<>();
        expectations.put(OUT, outcome.out());
        expectations.put(ERR, outcome.err());
        expectations.put(EXIT, outcome.exitCode() + "\n");
        outcome.written().forEach((file, content) -> expectations.put(WRITTEN + file, content));
        try {
            for (String suffix : files.keySet()) {
                if (suffix.startsWith(WRITTEN)) {
                    Files.delete(folder.resolve(name + "." + suffix));
                }
            }
            for (var expectation : expectations.entrySet()) {
                Files.writeString(folder.resolve(name + "." + expectation.getKey()), expectation.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInput(String suffix) {
        return !suffix.startsWith(WRITTEN)
                && !List.of(ARGUMENTS, OUT, ERR, EXIT, DIFFERS).contains(suffix);
    }

    private String file(String suffix) {
        String content = files.get(suffix);
        if (content == null) {
            throw new AssertionError("golden case " + tool + "/" + name + " has no file " + name + "." + suffix
                    + ". Maybe run with -Dballast.golden.update=true and review what it wrote?");
        }
        return content;
    }
}
