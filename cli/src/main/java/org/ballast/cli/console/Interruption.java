package org.ballast.cli.console;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request from the terminal to end a long search with what it has. The first Ctrl-C only says so; the next one ends
 * the process at once, as usual.
 *
 * <p>The class that Java has for this, {@code sun.misc.Signal}, is supported, but whoever names it gets a compiler
 * warning that nothing can suppress; so it is looked up. Where there is none, Ctrl-C does what it always does.
 */
public final class Interruption {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";
    private static final String INTERRUPT = "INT";
    private static final String USUAL = "SIG_DFL";

    private final boolean isOfProcess;
    private final AtomicBoolean wanted = new AtomicBoolean();

    private Interruption(boolean isOfProcess) {
        this.isOfProcess = isOfProcess;
    }

    /** Returns an interruption that never comes. */
    public static Interruption never() {
        return new Interruption(false);
    }

    /** Returns one for this process; Ctrl-C keeps its usual effect until {@link #listen}. */
    public static Interruption ofProcess() {
        return new Interruption(true);
    }

    /** From now on the first Ctrl-C only asks for an end. */
    public void listen() {
        if (isOfProcess) {
            try {
                install();
            } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
                // Another kind of Java machine, or one that was told to leave signals alone.
                return;
            }
        }
    }

    /** Returns whether an end was asked for. */
    public boolean isWanted() {
        return wanted.get();
    }

    private void install() throws ReflectiveOperationException {
        Class<?> type = Class.forName(SIGNAL);
        Class<?> handlerType = Class.forName(HANDLER);
        Method handle = type.getMethod("handle", type, handlerType);
        Object signal = type.getConstructor(String.class).newInstance(INTERRUPT);
        Runnable restore = restoring(handle, signal, handlerType.getField(USUAL).get(null));
        Runnable interrupted = () -> {
            wanted.set(true);
            restore.run();
        };
        MethodHandle run = MethodHandles.publicLookup()
                .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                .bindTo(interrupted);
        MethodHandle handler = MethodHandles.dropArguments(run, 0, type);
        handle.invoke(null, signal, MethodHandleProxies.asInterfaceInstance(handlerType, handler));
    }

    private static Runnable restoring(Method handle, Object signal, Object usual) {
        return () -> {
            try {
                handle.invoke(null, signal, usual);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("The usual effect of " + signal + " is lost.", impossible);
            }
        };
    }
}
