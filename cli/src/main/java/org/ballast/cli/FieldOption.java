package org.ballast.cli;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.cli.getopt.Declaration;
import org.ballast.cli.getopt.Declaration.Value;
import org.ballast.cli.getopt.GanetiEntry;
import org.ballast.cli.getopt.Option;
import org.ballast.cli.options.GanetiOption;
import org.ballast.cli.options.GoesWith;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * An option that a field declares by picocli's annotation. Picocli says what is declared and reaches the field; which
 * of the arguments belong to it is Ganeti's {@code getopt}'s business, whose rules picocli's own parser cannot be
 * taught.
 */
final class FieldOption implements Option {
    private final OptionSpec option;
    private final Declaration declaration;
    private boolean given;

    private FieldOption(OptionSpec option, Declaration declaration) {
        this.option = option;
        this.declaration = declaration;
    }

    /** Returns the options of a command, in the order in which they are declared. */
    static List<FieldOption> of(CommandSpec command) {
        List<FieldOption> options = new ArrayList<>();
        for (OptionSpec each : command.options()) {
            options.add(new FieldOption(each, declaration(each, command.name())));
        }
        return options;
    }

    private static Declaration declaration(OptionSpec option, String command) {
        Value value = switch (option.arity().max()) {
            case 0 -> Value.NONE;
            default -> option.arity().min() == 0 ? Value.OPTIONAL : Value.REQUIRED;
        };
        return new Declaration(
                List.of(option.names()),
                value,
                value == Value.NONE ? "" : option.paramLabel(),
                value == Value.OPTIONAL ? option.fallbackValue() : "",
                String.join(" ", option.description()),
                ganetiEntry(option, command));
    }

    private static Optional<GanetiEntry> ganetiEntry(OptionSpec option, String command) {
        Optional<GanetiOption> annotation = annotation(option, GanetiOption.class);
        if (annotation.isEmpty()) {
            return Optional.empty();
        }
        GanetiOption ganeti = annotation.get();
        for (String line : ganeti.lines().split(", ", -1)) {
            if (line.startsWith(command + " ")) {
                int place = Integer.parseInt(line.substring(command.length() + 1));
                return Optional.of(new GanetiEntry(ganeti.kind(), place));
            }
        }
        return Optional.empty();
    }

    private static <A extends Annotation> Optional<A> annotation(OptionSpec option, Class<A> kind) {
        return option.userObject() instanceof Field field
                ? Optional.ofNullable(field.getAnnotation(kind))
                : Optional.empty();
    }

    /** Returns the long name of the option beside which alone it may be given, if there is one and it is given. */
    Optional<String> wants() {
        return given ? annotation(option, GoesWith.class).map(GoesWith::value) : Optional.empty();
    }

    /** Returns whether it is given. */
    boolean isGiven() {
        return given;
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public void take(String value) {
        Object taken = declaration.value() == Value.NONE ? true : converted(value);
        given = true;
        @Nullable Object before = option.getValue();
        if (before instanceof boolean[] flags) {
            boolean[] more = Arrays.copyOf(flags, flags.length + 1);
            more[flags.length] = true;
            option.setValue(more);
        } else if (before instanceof List<?> list) {
            List<Object> more = new ArrayList<>(list);
            more.add(taken);
            option.setValue(more);
        } else {
            option.setValue(option.typeInfo().isOptional() ? Optional.of(taken) : taken);
        }
    }

    private Object converted(String value) {
        if (option.converters().length == 0) {
            return value;
        }
        ITypeConverter<?> converter = option.converters()[0];
        try {
            return converter.convert(value);
        } catch (TypeConversionException e) {
            throw BackendException.because(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(declaration.name() + " cannot be read: " + e, e);
        }
    }
}
