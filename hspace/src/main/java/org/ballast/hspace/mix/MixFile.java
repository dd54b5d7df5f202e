package org.ballast.hspace.mix;

import static org.ballast.backends.input.Quoted.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.LineReader;
import org.ballast.backends.input.Numbers;
import org.ballast.backends.input.Readings;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.mix.Flavour;
import org.ballast.model.DiskTemplate;

/**
 * A catalogue of flavours, one a line: {@code name, weight, disk, memory, vcpus[, spindles][, template]}. Blanks around
 * commas do not count; what follows a {@code #}, and empty lines, are left out. Disk and memory are in MiB, or with a
 * unit as in {@code --standard-alloc}: {@code 20g}.
 *
 * <pre>
 * # name, weight, disk, memory, vcpus
 * small,  6, 10g,  1g, 1
 * large,  1, 80g, 16g, 8, plain
 * </pre>
 */
public final class MixFile {
    private static final int FEWEST_FIELDS = 5;
    private static final int MOST_FIELDS = 7;

    private final LineReader source;
    private final Defaults defaults;

    /**
     * The values of flavours that do not state their own.
     *
     * @param template how disks are stored
     * @param spindles spindles that a disk owns, with exclusive storage
     * @param spindleUse how much disk load an instance is reckoned to make, without exclusive storage
     */
    public record Defaults(DiskTemplate template, long spindles, long spindleUse) {}

    private MixFile(LineReader source, Defaults defaults) {
        this.source = source;
        this.defaults = defaults;
    }

    /**
     * Reads a file.
     *
     * @return the flavours in order; at least one
     * @throws BackendException if it cannot be read, a line is not in the format, a name comes twice, or there is none
     */
    public static List<Flavour> read(Path file, Defaults defaults) {
        try (LineReader source = LineReader.open(file)) {
            return new MixFile(source, defaults).flavours();
        }
    }

    /**
     * Reads a text.
     *
     * @param fileName where the text is from, for messages
     * @throws BackendException as for a file
     */
    public static List<Flavour> read(String text, String fileName, Defaults defaults) {
        try (LineReader source = LineReader.of(text, fileName)) {
            return new MixFile(source, defaults).flavours();
        }
    }

    private List<Flavour> flavours() {
        List<Flavour> flavours = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (int line = 1; source.advance(); line++) {
            String content = source.line().split("#", 2)[0].strip();
            if (content.isEmpty()) {
                continue;
            }
            Flavour flavour = flavour(content.split(",", -1));
            Optional<Integer> other = Optional.ofNullable(lines.putIfAbsent(flavour.name(), line));
            if (other.isPresent()) {
                throw source.refused("name: expected each flavour once, found " + quoted(flavour.name()) + " in line "
                        + other.get() + " already");
            }
            flavours.add(flavour);
        }
        if (flavours.isEmpty()) {
            throw source.refusedWhole("expected at least one flavour, found none");
        }
        return flavours;
    }

    private Flavour flavour(String[] fields) {
        if (fields.length < FEWEST_FIELDS || fields.length > MOST_FIELDS) {
            throw source.refused("expected name, weight, disk, memory, vcpus[, spindles][, template], found "
                    + fields.length + (fields.length == 1 ? " field" : " fields"));
        }
        String name = fields[0].strip();
        if (name.isEmpty()) {
            throw source.refused("name: expected a name, found nothing");
        }
        long weight = integer("weight", fields[1], 1, Flavour.HEAVIEST);
        long disk = mebibytes("disk", fields[2], 0);
        long memory = mebibytes("memory", fields[3], 1);
        long vcpus = integer("vcpus", fields[4], 1, Long.MAX_VALUE);
        long spindles = defaults.spindles();
        DiskTemplate template = defaults.template();
        boolean hasSpindles = fields.length == MOST_FIELDS
                || (fields.length > FEWEST_FIELDS
                        && Numbers.integer(fields[FEWEST_FIELDS].strip()).isPresent());
        if (hasSpindles) {
            spindles = integer("spindles", fields[FEWEST_FIELDS], 0, Long.MAX_VALUE);
        }
        int last = FEWEST_FIELDS + (hasSpindles ? 1 : 0);
        if (fields.length > last) {
            template = template(fields[last].strip());
        }
        InstanceShape shape = new InstanceShape(
                new InstanceShape.Size(memory, disk, vcpus, spindles), template, defaults.spindleUse());
        return new Flavour(name, weight, shape);
    }

    private long integer(String field, String text, long least, long most) {
        return within(field, text, reading(() -> Readings.integer(field, text.strip())), least, most);
    }

    private long mebibytes(String field, String text, long least) {
        return within(field, text, reading(() -> Readings.mebibytes(field, text.strip())), least, Long.MAX_VALUE);
    }

    private interface Reading {
        long value();
    }

    private long reading(Reading reading) {
        try {
            return reading.value();
        } catch (BackendException e) {
            throw source.refused(String.valueOf(e.getMessage()));
        }
    }

    private long within(String field, String text, long value, long least, long most) {
        if (value < least || value > most) {
            String range = most == Long.MAX_VALUE ? "at least " + least : "a number from " + least + " to " + most;
            throw source.refused(field + ": expected " + range + ", found " + quoted(text.strip()));
        }
        return value;
    }

    private DiskTemplate template(String text) {
        for (DiskTemplate template : DiskTemplate.values()) {
            if (template.label().equals(text)) {
                return template;
            }
        }
        throw source.refused("template: expected a disk template such as drbd or plain, found " + quoted(text));
    }
}
