package org.ballast.checks.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real Ganeti cluster on this machine, which scripts outside this project raise ({@code up.sh}), enter ({@code on})
 * and bring down ({@code down.sh}). Its nodes are {@code node1} to {@code node5}, the last two in the group
 * {@code group2}, and {@code node1} is the master.
 */
final class Lab implements AutoCloseable {
    /** The environment variable that, set to 1, asks for a lab. */
    static final String REQUEST_VARIABLE = "BALLAST_LAB";

    /** The environment variable that names the folder of the scripts. */
    static final String SCRIPTS_VARIABLE = "BALLAST_LAB_HOME";

    /** The environment variable that names the folder for what the lab keeps; the scripts know it too. */
    static final String FOLDER_VARIABLE = "LAB";

    private static final String USUAL_SCRIPTS = "../shared/ganeti-lab";
    private static final String USUAL_FOLDER = "/var/tmp/ballast-lab";

    // The first lab on a machine downloads a Debian.
    private static final Duration UP_LIMIT = Duration.ofMinutes(20);
    private static final Duration DOWN_LIMIT = Duration.ofMinutes(1);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(3);

    private final Path scripts;
    private final Path folder;
    private final FileChannel owner;
    private final Thread atExit = new Thread(this::bringDown);

    private Lab(Path scripts, Path folder, FileChannel owner) {
        this.scripts = scripts;
        this.folder = folder;
        this.owner = owner;
    }

    /** Returns whether the environment asks for a lab. */
    static boolean isRequested() {
        return "1".equals(System.getenv(REQUEST_VARIABLE));
    }

    /**
     * Raises the lab; one that an earlier run has left is brought down first. Fails if that cannot be done.
     *
     * @param project the folder of this project, from which the usual place of the scripts is seen
     * @param visible folders of this machine that are there, and read-only, in every node too
     */
    static Lab raise(Path project, List<Path> visible) {
        Path folder = Path.of(setting(FOLDER_VARIABLE).orElse(USUAL_FOLDER)).toAbsolutePath();
        Lab lab = new Lab(scripts(project), folder, own(folder));
        Runtime.getRuntime().addShutdownHook(lab.atExit);
        try {
            lab.bringDown();
            lab.script(UP_LIMIT, List.of("up.sh", "5"), Map.of("BIND", words(visible)))
                    .output();
        } catch (Throwable e) {
            lab.close();
            throw e;
        }
        return lab;
    }

    /** Returns a command of the master. */
    Program onMaster(String... command) {
        List<String> words = new ArrayList<>(List.of("on", "node1"));
        words.addAll(List.of(command));
        return script(COMMAND_LIMIT, words, Map.of());
    }

    /** Brings the lab down. */
    @Override
    public void close() {
        try {
            bringDown();
            Runtime.getRuntime().removeShutdownHook(atExit);
            owner.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bringDown() {
        script(DOWN_LIMIT, List.of("down.sh"), Map.of()).output();
    }

    private Program script(Duration limit, List<String> words, Map<String, String> environment) {
        List<String> command = new ArrayList<>(words);
        command.set(0, scripts.resolve(words.getFirst()).toString());
        Map<String, String> all = new HashMap<>(environment);
        all.put(FOLDER_VARIABLE, folder.toString());
        all.put("GROUP2", "node4 node5");
        all.put("FAKESTORE", "1");
        all.put("NOSSH", "1");
        return new Program(command, all, limit);
    }

    private static Path scripts(Path project) {
        Path scripts = setting(SCRIPTS_VARIABLE).map(Path::of).orElse(project.resolve(USUAL_SCRIPTS));
        if (!Files.isExecutable(scripts.resolve("up.sh"))) {
            throw new AssertionError("no lab can be raised: " + scripts.normalize() + " holds no script up.sh; set "
                    + SCRIPTS_VARIABLE + " to the folder that does");
        }
        return scripts.toAbsolutePath().normalize();
    }

    private static FileChannel own(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve("owner"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                throw new AssertionError("another run uses the lab in " + folder + "; wait, or set " + FOLDER_VARIABLE
                        + " to another folder");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(List<Path> paths) {
        List<String> words = paths.stream().map(Path::toString).toList();
        if (words.stream().anyMatch(word -> word.contains(" "))) {
            throw new AssertionError("the lab's scripts cannot show nodes a path with a space in it: " + words);
        }
        return String.join(" ", words);
    }

    private static Optional<String> setting(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isEmpty());
    }
}
