package org.ballast.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The maker of start-up caches (JEP 483, 514, 515): of what a run over examples loaded, linked and found hot. A cache is only
 * kept if Java accepts it; else an empty file says that there is none.
 *
 * @param java the program of the Java that makes it and that it fits
 * @param library the folder of the jars
 * @param examples the folder of the examples
 */
record StartupCache(Path java, Path library, Path examples) {
    private static final long LONGEST_SECONDS = 300;

    /** Makes a command's cache. */
    void make(InstalledCommand command, Path cache) throws IOException, InterruptedException {
        // Its exit code says nothing: what hcheck finds is in it.
        exitCode(command, List.of("-XX:AOTCacheOutput=" + cache), training(command));
        int accepted = exitCode(command, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache), List.of("-version"));
        if (accepted != 0) {
            Files.deleteIfExists(cache);
            Files.createFile(cache);
        }
        // What Java leaves where the disk was full.
        Files.deleteIfExists(cache.resolveSibling(cache.getFileName() + ".config"));
    }

    /** Returns the class and the arguments of the run that a cache is made from. */
    private List<String> training(InstalledCommand command) throws IOException {
        String cluster = examples.resolve("twenty-nodes.data").toString();
        return switch (command.name()) {
            case "hail" -> {
                List<String> requests = new ArrayList<>(List.of("org.ballast.hail.Rehearsal"));
                try (Stream<Path> files = Files.list(examples)) {
                    files.map(Path::toString)
                            .filter(file -> file.endsWith(".json"))
                            .sorted()
                            .forEach(requests::add);
                }
                yield requests;
            }
            case "hbal" -> List.of(command.main(), "-t", cluster, "-C", "-p");
            case "hspace" ->
                List.of(
                        command.main(),
                        "--simulate=p,8,1t,64g,16",
                        "--disk-template=drbd",
                        "--standard-alloc=50g,4g,2",
                        "--machine-readable");
            default -> List.of(command.main(), "-t", cluster);
        };
    }

    private int exitCode(InstalledCommand command, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> call = new ArrayList<>();
        call.add(java.toString());
        call.addAll(command.options());
        call.addAll(options);
        call.addAll(List.of("-cp", library.resolve(command.jar()).toString()));
        call.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(call)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }
}
