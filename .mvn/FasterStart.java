import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rewrites compiled classes so that they start faster. The build runs it on each module before its tests, so that what is
 * tested is what runs; what it gains is measured in docs/decisions/0014-the-launcher.md.
 *
 * <ul>
 *   <li>Picocli still ships Java 5's class files, which a start-up cache leaves out and which the slow verifier has to
 *       check: they get Java 17's format, with stack maps.
 *   <li>A {@code switch} over types generates a class when it runs for the first time, which no start-up cache holds:
 *       4 ms for the first one, half a millisecond for each more. It becomes a method that asks for one type after the
 *       other.
 * </ul>
 *
 * <p>It may run again on what it has written. A class that does not verify afterwards fails the build.
 */
class FasterStart {
    private static final int OLDEST_CACHEABLE = ClassFile.JAVA_6_VERSION;
    private static final int WANTED = ClassFile.JAVA_17_VERSION;

    /** Rewrites the classes in the folder that the first argument names; the second is their class path. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder)) {
            return; // a module without classes
        }
        ClassFile format = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchyOf(arguments[1])));
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Optional<byte[]> modern = modernised(format, format.parse(file));
            if (modern.isPresent()) {
                List<VerifyError> faults = format.verify(modern.get());
                if (!faults.isEmpty()) {
                    throw new IOException(file + " cannot be rewritten: " + faults.getFirst());
                }
                Path rewritten = Files.write(file.resolveSibling(file.getFileName() + ".new"), modern.get());
                Files.move(rewritten, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Returns the class in a form that starts faster; nothing if it is as it should be. */
    private static Optional<byte[]> modernised(ClassFile format, ClassModel type) {
        if (type.majorVersion() < OLDEST_CACHEABLE) {
            return Optional.of(format.transformClass(type, toVersion(WANTED)));
        }
        TypeSwitches switches = new TypeSwitches(type);
        byte[] modern = format.transformClass(
                type,
                ClassTransform.transformingMethodBodies(TypeSwitches::isIn, switches::replace)
                        .andThen(ClassTransform.endHandler(switches::addMethods)));
        return switches.methods.isEmpty() ? Optional.empty() : Optional.of(modern);
    }

    private static ClassTransform toVersion(int version) {
        // Taking every method apart and putting it together again is what computes its stack maps.
        return ClassTransform.dropping(ClassFileVersion.class::isInstance)
                .andThen(ClassTransform.transformingMethods(MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL)))
                .andThen(ClassTransform.endHandler(builder -> builder.withVersion(version, 0)));
    }

    /** Where stack maps learn what two classes have in common: the JDK's classes, and those of the class path. */
    private static ClassHierarchyResolver hierarchyOf(String classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return ClassHierarchyResolver.defaultResolver()
                .orElse(ClassHierarchyResolver.ofResourceParsing(new URLClassLoader(urls.toArray(URL[]::new))));
    }

    /** The switches over types of one class. */
    private static final class TypeSwitches {
        private static final ClassDesc BOOTSTRAP = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
        private static final int NO_TYPE = -1;

        private final ClassDesc owner;
        private final boolean isInterface;
        private final List<Method> methods = new ArrayList<>();

        TypeSwitches(ClassModel type) {
            owner = type.thisClass().asSymbol();
            isInterface = type.flags().has(AccessFlag.INTERFACE);
        }

        /** A method that takes the place of one switch: which of the labels, from the given one on, does an object fit? */
        private record Method(String name, MethodTypeDesc type, List<ConstantDesc> labels) {}

        static boolean isIn(MethodModel method) {
            return method.code().isPresent()
                    && method.code().get().elementStream().anyMatch(TypeSwitches::isOne);
        }

        private static boolean isOne(CodeElement element) {
            return element instanceof InvokeDynamicInstruction call
                    && call.bootstrapMethod().owner().equals(BOOTSTRAP)
                    && call.bootstrapMethod().methodName().equals("typeSwitch")
                    && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
        }

        void replace(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeDynamicInstruction call && isOne(element)) {
                Method method = new Method("typeSwitch$" + methods.size(), call.typeSymbol(), call.bootstrapArgs());
                methods.add(method);
                code.invokestatic(owner, method.name(), method.type(), isInterface);
            } else {
                code.with(element);
            }
        }

        void addMethods(ClassBuilder type) {
            for (Method method : methods) {
                type.withMethodBody(
                        method.name(),
                        method.type(),
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        code -> write(code, method.labels()));
            }
        }

        private static void write(CodeBuilder code, List<ConstantDesc> labels) {
            Label isThere = code.newLabel();
            code.aload(0).ifnonnull(isThere).loadConstant(NO_TYPE).ireturn().labelBinding(isThere);
            for (int i = 0; i < labels.size(); i++) {
                Label next = code.newLabel();
                code.iload(1).loadConstant(i).if_icmpgt(next);
                code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
                code.loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }
    }
}
