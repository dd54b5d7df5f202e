package org.ballast.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ballast.testkit.Json;

/** Breaks documents at one place each. */
final class Mutants {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");
    private static final Json EMPTY = new Json.Array(List.of());
    private static final List<Json> WRONG_VALUES = List.of(
            Json.of("x"),
            Json.of(1),
            Json.of(0.5),
            Json.of(true),
            Json.none(),
            EMPTY,
            new Json.Struct(List.of(new Json.Member("x", Json.of(1)))));

    private Mutants() {}

    /**
     * A broken document.
     *
     * @param place where it was broken, as the names of members and the positions in arrays on the way
     * @param value what is there now; nothing if it was removed
     * @param document what became of it
     */
    record Mutant(List<String> place, Optional<Json> value, Json document) {
        /** Returns the name of the member that was broken. */
        String field() {
            return place.isEmpty() ? "" : place.getLast();
        }

        @Override
        public String toString() {
            return place.isEmpty() ? "the document" : String.join(".", place);
        }
    }

    /** Returns the document with each of its values replaced by values of other types. */
    static List<Mutant> withWrongTypes(Json document) {
        return collect(
                document,
                (value, mutants) -> WRONG_VALUES.forEach(wrong -> {
                    // Ganeti takes an empty array for an empty string.
                    boolean mayBeText = value instanceof Json.Text || value.equals(Json.none());
                    boolean same = wrong.equals(value) || (mayBeText && wrong.equals(EMPTY));
                    if (!same) {
                        mutants.accept(Optional.of(wrong));
                    }
                }));
    }

    /** Returns the document without each of its members and elements. */
    static List<Mutant> withoutSomething(Json document) {
        return collect(document, (_, mutants) -> mutants.accept(Optional.empty()));
    }

    /** Returns the document with each of its numbers negative. */
    static List<Mutant> withNegativeNumbers(Json document) {
        return collect(document, (value, mutants) -> {
            if (value instanceof Json.Literal(String written)
                    && NUMBER.matcher(written).matches()) {
                mutants.accept(Optional.of(new Json.Literal("-1")));
                mutants.accept(Optional.of(new Json.Literal("-1000000")));
            }
        });
    }

    /** Returns the document with each of its members twice. */
    static List<Mutant> withRepeatedMembers(Json document) {
        List<Mutant> mutants = new ArrayList<>();
        walk(document, List.of(), Optional::orElseThrow, (place, value, rebuild) -> {
            if (value instanceof Json.Struct(List<Json.Member> members) && !members.isEmpty()) {
                List<Json.Member> more = new ArrayList<>(members);
                more.add(members.getFirst());
                Optional<Json> repeated = Optional.of(new Json.Struct(more));
                mutants.add(new Mutant(place, repeated, rebuild.apply(repeated)));
            }
        });
        return mutants;
    }

    /** What to put in place of a value; nothing removes it. */
    private interface Change {
        void apply(Json value, Consumer<Optional<Json>> mutants);
    }

    /** Is shown every value of a document, where it is, and how to change the document there. */
    private interface Visitor {
        void visit(List<String> place, Json value, Function<Optional<Json>, Json> rebuild);
    }

    private static List<Mutant> collect(Json document, Change change) {
        List<Mutant> mutants = new ArrayList<>();
        walk(
                document,
                List.of(),
                Optional::orElseThrow,
                (place, value, rebuild) -> change.apply(value, replacement -> {
                    if (!place.isEmpty() || replacement.isPresent()) {
                        mutants.add(new Mutant(place, replacement, rebuild.apply(replacement)));
                    }
                }));
        return mutants;
    }

    private static void walk(Json value, List<String> place, Function<Optional<Json>, Json> rebuild, Visitor visitor) {
        visitor.visit(place, value, rebuild);
        switch (value) {
            case Json.Text _, Json.Literal _ -> {}
            case Json.Array(List<Json> elements) -> {
                for (int i = 0; i < elements.size(); i++) {
                    int at = i;
                    walk(
                            elements.get(i),
                            with(place, Integer.toString(i)),
                            changed -> rebuild.apply(Optional.of(new Json.Array(replaced(elements, at, changed)))),
                            visitor);
                }
            }
            case Json.Struct(List<Json.Member> members) -> {
                for (int i = 0; i < members.size(); i++) {
                    int at = i;
                    String name = members.get(i).name();
                    walk(
                            members.get(i).value(),
                            with(place, name),
                            changed -> rebuild.apply(Optional.of(new Json.Struct(
                                    replaced(members, at, changed.map(element -> new Json.Member(name, element)))))),
                            visitor);
                }
            }
        }
    }

    private static List<String> with(List<String> place, String name) {
        List<String> longer = new ArrayList<>(place);
        longer.add(name);
        return longer;
    }

    private static <T> List<T> replaced(List<T> elements, int at, Optional<T> element) {
        List<T> result = new ArrayList<>(elements);
        if (element.isPresent()) {
            result.set(at, element.get());
        } else {
            result.remove(at);
        }
        return result;
    }
}
