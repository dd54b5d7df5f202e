package org.ballast.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The jars that Maven has gathered.
 *
 * @param folder where they are
 * @param version what Maven adds to the names of ours
 */
record Library(Path folder, String version) {
    private static final String OWN_JAR = "ballast-install.jar";
    private static final String ENDING = ".jar";

    /** Copies the jars of the commands, under the names in the table, and all that their manifests name. */
    void copyTo(Path target, List<InstalledCommand> commands) throws IOException {
        Set<String> wanted = new LinkedHashSet<>();
        for (InstalledCommand command : commands) {
            if (wanted.add(command.jar())) {
                wanted.addAll(namedBy(file(command.jar())));
            }
        }
        Files.createDirectory(target);
        for (String jar : wanted) {
            Files.copy(file(jar), target.resolve(jar));
        }
        // It makes caches for another Java from here.
        Files.copy(folder.resolve(OWN_JAR), target.resolve(OWN_JAR));
    }

    private Path file(String jar) {
        Path named = folder.resolve(jar);
        String stem = jar.substring(0, jar.length() - ENDING.length());
        return Files.exists(named) ? named : folder.resolve(stem + "-" + version + ENDING);
    }

    private static List<String> namedBy(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null ? List.of() : List.of(names.strip().split(" +", -1));
        }
    }
}
