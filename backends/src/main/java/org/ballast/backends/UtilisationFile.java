package org.ballast.backends;

import static org.ballast.backends.input.Quoted.quoted;
import static org.ballast.backends.input.Quoted.readable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.LineReader;
import org.ballast.backends.input.Numbers;
import org.ballast.backends.input.Remarks;
import org.ballast.model.Instance;
import org.ballast.model.Utilisation;

/**
 * Measured load of instances, one a line: name, CPU, memory, disk and network load, separated by single blanks. There
 * are no comments and no empty lines.
 *
 * @param fileName where they are from, for messages
 * @param measurements the lines in order
 */
public record UtilisationFile(String fileName, List<Measurement> measurements) {
    private static final int FIELDS = 5;

    /** Copies the measurements. */
    public UtilisationFile {
        measurements = List.copyOf(measurements);
    }

    /**
     * One line.
     *
     * @param instance the instance's full name
     * @param utilisation its load
     * @param line where it is said, from 1
     */
    public record Measurement(String instance, Utilisation utilisation, int line) {}

    /**
     * Reads a file.
     *
     * @throws BackendException if it cannot be read or a line is not in the format
     */
    public static UtilisationFile read(Path file) {
        try (LineReader source = LineReader.open(file)) {
            return read(source, file.toString());
        }
    }

    /**
     * Reads a text.
     *
     * @param fileName where the text is from, for messages
     * @throws BackendException if a line is not in the format
     */
    public static UtilisationFile read(String text, String fileName) {
        try (LineReader source = LineReader.of(text, fileName)) {
            return read(source, fileName);
        }
    }

    /**
     * Returns the load of each of these instances; unmeasured where there is none. The last measurement of an instance
     * counts, and measurements of unknown instances, or of a name that several share, do not.
     */
    public List<Utilisation> of(List<Instance> instances) {
        Map<String, Utilisation> measured = new HashMap<>();
        for (Measurement measurement : measurements) {
            measured.put(measurement.instance(), measurement.utilisation());
        }
        Set<String> names = new HashSet<>();
        for (Instance instance : instances) {
            boolean isShared = !names.add(instance.name());
            if (isShared) {
                measured.remove(instance.name());
            }
        }
        return instances.stream()
                .map(instance -> measured.getOrDefault(instance.name(), Utilisation.UNMEASURED))
                .toList();
    }

    /**
     * Returns a line for each name that none of these instances has, or several have, and for each load without which
     * the score would have a value; not for all if there are many. An empty file has one too.
     */
    public List<String> remarks(List<Instance> instances) {
        if (measurements.isEmpty()) {
            return List.of(fileName + ": there is no load in it");
        }
        Set<String> names = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Instance instance : instances) {
            if (!names.add(instance.name())) {
                shared.add(instance.name());
            }
        }
        Remarks remarks = new Remarks("loads that do not count");
        Set<String> told = new HashSet<>();
        for (Measurement measurement : measurements) {
            String name = measurement.instance();
            boolean isUsed = names.contains(name) && !shared.contains(name);
            if (isUsed && !isFinite(measurement.utilisation())) {
                remarks.add(fileName + ":" + measurement.line() + ": the load of " + quoted(name)
                        + " is not finite: the score has no value");
            } else if (!isUsed && told.add(name)) {
                remarks.add(fileName + ":" + measurement.line() + ": the load of " + quoted(name) + " does not count: "
                        + (shared.contains(name) ? "several instances have" : "no instance has") + " this name");
            }
        }
        return remarks.lines();
    }

    private static boolean isFinite(Utilisation load) {
        return Double.isFinite(load.cpu() + load.memory() + load.disk() + load.network());
    }

    private static UtilisationFile read(LineReader source, String fileName) {
        List<Measurement> measurements = new ArrayList<>();
        while (source.advance()) {
            measurements.add(measurement(source));
        }
        return new UtilisationFile(fileName, measurements);
    }

    private static Measurement measurement(LineReader source) {
        String[] fields = source.line().split(" ", -1);
        if (fields.length != FIELDS) {
            throw source.refused("Cannot parse line " + quoted(source.line())
                    + ": expected INSTANCE CPU MEMORY DISK NETWORK separated by single blanks");
        }
        return new Measurement(
                fields[0],
                new Utilisation(
                        number(source, "cpu", fields[1]),
                        number(source, "memory", fields[2]),
                        number(source, "disk", fields[3]),
                        number(source, "network", fields[4])),
                source.lineNumber());
    }

    private static double number(LineReader source, String field, String text) {
        return Numbers.decimal(text)
                .orElseThrow(() -> source.refused(field + ": expected a number, found " + quoted(text)
                        + " (cannot parse string '" + readable(text) + "')"));
    }
}
