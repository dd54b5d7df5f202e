package org.ballast.checks.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ballast.checks.Project;

/**
 * The scripts of {@code bin/} in a folder of their own, with a Java that only tells what it was asked for, and a Maven that
 * only pretends to build; both note their calls.
 *
 * @param folder where all of it is
 */
record PretendedInstall(Path folder) {
    /** Prints its arguments; does not know an option {@code -XX:+Unknown}. */
    private static final String JAVA = """
            #!/bin/sh
            echo "$*" >>"${0%/*}/../calls"
            case " $* " in *' -XX:+Unknown '*)
                echo "Unrecognized VM option 'Unknown'" >&2
                echo 'Error: Could not create the Java Virtual Machine.' >&2
                exit 1
            esac
            echo "$*"
            """;

    /** Does what a file beside it says, and makes a build with the number that another file names. */
    private static final String MAVEN = """
            #!/bin/sh
            here=${0%/*}
            echo "$PWD" >>"$here/mvn.calls"
            . "$here/mvn.does"
            for argument do case $argument in -Dballast.home=*) home=${argument#*=} ;; esac; done
            read -r build <"$here/mvn.build"
            mkdir -p "$home/$build/lib" && touch "$home/$build/looked"; echo cache >"$home/$build/hail.aot"
            printf '%s\\n%s\\n' "$here/../jdk/bin/java" "$(git -C "$home/../.." log -1 --format=%H -- pom.xml 2>/dev/null)" \\
                >"$home/$build/complete"
            touch -r "$home/$build/complete" "$home/$build/hail.aot"
            echo "$build" >"$home/current"
            """;

    private static final int HOUR = 3600;

    /** Puts the scripts there, and a Java. */
    static PretendedInstall in(Path folder) throws IOException {
        PretendedInstall install = new PretendedInstall(folder);
        copy(
                Project.root().resolve("bin"),
                Files.createDirectories(install.home()).resolve("bin"));
        for (String name : List.of(".mvn", "examples", "model/src/main")) {
            Files.createDirectories(install.home().resolve(name));
        }
        for (String name : List.of("pom.xml", "model/pom.xml")) {
            Files.createFile(install.home().resolve(name));
        }
        install.putJava("jdk");
        install.putProgram("tools/mvn", MAVEN);
        install.mavenDoes("");
        install.mavenBuilds(1);
        return install;
    }

    Path home() {
        return folder.resolve("a place/ballast");
    }

    Path ballast() {
        return home().resolve("target/ballast");
    }

    Path script(String command) {
        return home().resolve("bin").resolve(command);
    }

    /** Puts a Java into a folder of this name, and returns the folder. */
    Path putJava(String name) throws IOException {
        Path java = putProgram(name + "/bin/java", JAVA);
        Files.setLastModifiedTime(java, ago(HOUR));
        Called.write(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        return folder.resolve(name);
    }

    Path putProgram(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Called.write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    void mavenDoes(String commands) {
        Called.write(folder.resolve("tools/mvn.does"), commands + "\n");
    }

    void mavenBuilds(int number) {
        Called.write(folder.resolve("tools/mvn.build"), number + "\n");
    }

    /** Makes it look built some time ago, as the build with this number. */
    Path lookBuilt(int number, String sources) throws IOException {
        Path build = Files.createDirectories(ballast().resolve(Integer.toString(number)));
        Files.createDirectory(build.resolve("lib"));
        Called.write(build.resolve("hail.aot"), "a cache");
        Called.write(build.resolve("complete"), folder.resolve("jdk/bin/java") + "\n" + sources + "\n");
        Called.write(build.resolve("looked"), "");
        Called.write(ballast().resolve("current"), number + "\n");
        FileTime date = ago(60);
        for (String file : List.of("hail.aot", "complete", "looked")) {
            Files.setLastModifiedTime(build.resolve(file), date);
        }
        return build;
    }

    static FileTime ago(int seconds) {
        // Clearly apart from files just written: a file system's clock ticks in milliseconds.
        return FileTime.from(Instant.now().minusSeconds(seconds));
    }

    /** Calls hail. */
    Called hail(String... environment) {
        return Called.call(
                Path.of("/"), environment(environment), List.of(script("hail").toString(), "request", "--explain"));
    }

    /** Returns an environment in which this Maven is the only one, and the given variables. */
    Map<String, String> environment(String... variables) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", folder.resolve("tools") + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());
        for (String variable : variables) {
            environment.put(
                    variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        return environment;
    }

    /** Returns the calls of Java so far. */
    List<String> javaCalls() throws IOException {
        return lines(folder.resolve("jdk/calls"));
    }

    /** Returns the folders in which Maven was called so far. */
    List<String> mavenCalls() throws IOException {
        return lines(folder.resolve("tools/mvn.calls"));
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Copies a folder with its links, as new files. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
