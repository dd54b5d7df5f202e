import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of a jar today's class file format. Picocli still ships Java 5's, which a start-up cache leaves out
 * and which the slow verifier has to check: a third of the time that a short command takes.
 *
 * <p>What changes is the version number and the stack maps that it asks for. The jar is only replaced when all of its
 * new classes verify; failing that, everything works as before, slower.
 */
class Modernise {
    private static final int OLDEST_CACHEABLE = ClassFile.JAVA_6_VERSION;
    private static final int WANTED = ClassFile.JAVA_17_VERSION;

    public static void main(String... jars) throws IOException {
        for (String jar : jars) {
            Path old = Path.of(jar);
            Path modern = Path.of(jar + ".new");
            if (rewrite(old, modern)) {
                Files.move(modern, old, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(modern);
            }
        }
    }

    /** Whether there was an old class in the jar, and all came out well. */
    private static boolean rewrite(Path from, Path to) throws IOException {
        boolean changed = false;
        try (ZipFile in = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            ClassFile format = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, hierarchyOf(in));
            for (ZipEntry entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".class") && format.parse(content).majorVersion() < OLDEST_CACHEABLE) {
                    content = format.transformClass(format.parse(content), toVersion(WANTED));
                    if (!format.verify(content).isEmpty()) {
                        return false;
                    }
                    changed = true;
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(content);
            }
        }
        return changed;
    }

    private static ClassTransform toVersion(int version) {
        // Taking every method apart and putting it together again is what computes its stack maps.
        return ClassTransform.dropping(ClassFileVersion.class::isInstance)
                .andThen(ClassTransform.transformingMethods(MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL)))
                .andThen(ClassTransform.endHandler(builder -> builder.withVersion(version, 0)));
    }

    /** Where stack maps learn what two classes have in common: the JDK's classes, and the jar's own. */
    private static ClassHierarchyResolverOption hierarchyOf(ZipFile jar) {
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(name -> {
            String descriptor = name.descriptorString(); // Lpackage/Name;
            ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
            try {
                return entry == null ? null : jar.getInputStream(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.defaultResolver().orElse(own));
    }
}
