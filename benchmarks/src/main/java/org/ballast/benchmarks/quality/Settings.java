package org.ballast.benchmarks.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The settings of a measurement.
 *
 * @param nodes sizes of generated clusters
 * @param seeds one cluster of each size for each of these
 * @param annealSeconds how long the annealer may search, one run for each
 * @param timefoldSeconds how long Timefold may search, one run for each
 * @param frontSeconds how long all plans of the front take together
 * @param files clusters in the text format
 */
record Settings(
        List<Integer> nodes,
        List<Long> seeds,
        List<Double> annealSeconds,
        List<Double> timefoldSeconds,
        double frontSeconds,
        List<Path> files) {
    private static final int INSTANCES_PER_NODE = 10;
    /** The front is that of the first cluster of this size. */
    private static final int FRONT_NODES = 40;

    /** All that the results show if nothing is said: some 40 minutes. */
    static final Settings USUAL = new Settings(
            List.of(20, 40, 80), List.of(1L, 2L, 3L), List.of(1.0, 10.0, 60.0), List.of(10.0), 60, List.of());

    /** The same without the longest searches: some 10 minutes. */
    static final Settings QUICK =
            new Settings(USUAL.nodes, USUAL.seeds, List.of(1.0, 10.0), List.of(10.0), 24, List.of());

    /** Copies the lists. */
    Settings {
        nodes = List.copyOf(nodes);
        seeds = List.copyOf(seeds);
        annealSeconds = List.copyOf(annealSeconds);
        timefoldSeconds = List.copyOf(timefoldSeconds);
        files = List.copyOf(files);
    }

    /**
     * Reads {@code --quick}, {@code --nodes}, {@code --seeds}, {@code --anneal}, {@code --timefold} (lists with
     * commas), {@code --front} (seconds), and the names of files.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Settings of(List<String> arguments) {
        Settings settings = arguments.contains("--quick") ? QUICK : USUAL;
        for (String argument : arguments) {
            if (!argument.equals("--quick")) {
                settings = settings.with(argument);
            }
        }
        return settings;
    }

    private Settings with(String argument) {
        int equals = argument.indexOf('=');
        String value = argument.substring(equals + 1);
        return switch (equals < 0 ? argument : argument.substring(0, equals)) {
            case "--nodes" ->
                new Settings(list(value, Integer::valueOf), seeds, annealSeconds, timefoldSeconds, frontSeconds, files);
            case "--seeds" ->
                new Settings(nodes, list(value, Long::valueOf), annealSeconds, timefoldSeconds, frontSeconds, files);
            case "--anneal" ->
                new Settings(nodes, seeds, list(value, Double::valueOf), timefoldSeconds, frontSeconds, files);
            case "--timefold" ->
                new Settings(nodes, seeds, annealSeconds, list(value, Double::valueOf), frontSeconds, files);
            case "--front" ->
                new Settings(nodes, seeds, annealSeconds, timefoldSeconds, Double.parseDouble(value), files);
            default -> withFile(argument);
        };
    }

    private Settings withFile(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("there is no option " + argument
                    + ". Maybe --quick, --nodes=N,..., --seeds=N,..., --anneal=SECONDS,..., --timefold=SECONDS,..."
                    + " or --front=SECONDS was meant?");
        }
        List<Path> more =
                Stream.concat(files.stream(), Stream.of(Path.of(argument))).toList();
        return new Settings(nodes, seeds, annealSeconds, timefoldSeconds, frontSeconds, more);
    }

    private static <T> List<T> list(String text, Function<String, T> reader) {
        return Arrays.stream(text.split(","))
                .filter(word -> !word.isBlank())
                .map(reader)
                .toList();
    }

    /** Returns the clusters. */
    List<Arena> arenas() {
        List<Arena> arenas = new ArrayList<>();
        for (int count : nodes) {
            for (long seed : seeds) {
                arenas.add(Arena.generated(count, INSTANCES_PER_NODE, seed));
            }
        }
        files.forEach(file -> arenas.add(Arena.read(file)));
        return arenas;
    }

    /** Returns the searches. */
    List<Contender> contenders() {
        return Stream.concat(
                        annealSeconds.stream().map(seconds -> new Contender(Contender.Solver.ANNEAL, seconds)),
                        timefoldSeconds.stream().map(seconds -> new Contender(Contender.Solver.TIMEFOLD, seconds)))
                .toList();
    }

    /** Returns how many nodes the cluster of the front has at least. */
    int frontNodes() {
        return Math.min(
                FRONT_NODES, nodes.stream().mapToInt(Integer::intValue).max().orElse(1));
    }
}
