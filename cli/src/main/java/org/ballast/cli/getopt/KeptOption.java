package org.ballast.cli.getopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An option that keeps the values given for it. */
public final class KeptOption<T> implements Option {
    private final Declaration declaration;
    private final Function<String, T> reader;
    private final List<T> values = new ArrayList<>();

    /**
     * Creates an option that nothing is given for.
     *
     * @param reader makes something of a value; throws a {@link org.ballast.backends.input.BackendException} if it is bad
     */
    public KeptOption(Declaration declaration, Function<String, T> reader) {
        this.declaration = declaration;
        this.reader = reader;
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public void take(String value) {
        values.add(reader.apply(value));
    }

    /** Returns how often it is given. */
    public int count() {
        return values.size();
    }

    /** Returns whether it is given at all. */
    public boolean isGiven() {
        return !values.isEmpty();
    }

    /** Returns what is given last. */
    public Optional<T> last() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /** Returns all that is given, in order. */
    public List<T> all() {
        return List.copyOf(values);
    }
}
