package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON value, with the order of its members and even members of the same name: tests write documents with it, break
 * them at any place, and read replies. It shares no code with what it tests.
 */
public sealed interface Json {
    /** A string. */
    record Text(String value) implements Json {}

    /**
     * A number, a truth value or null.
     *
     * @param written how it is written in the document, which need not be correct JSON
     */
    record Literal(String written) implements Json {}

    /** An array. */
    record Array(List<Json> elements) implements Json {
        /** Copies the list. */
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** An object. */
    record Struct(List<Member> members) implements Json {
        /** Copies the list. */
        public Struct {
            members = List.copyOf(members);
        }

        /** Returns the value of the first member of this name, if there is one. */
        public Optional<Json> get(String name) {
            return members.stream()
                    .filter(member -> member.name().equals(name))
                    .map(Member::value)
                    .findFirst();
        }
    }

    /** A member of an object. */
    record Member(String name, Json value) {}

    /** Returns a string. */
    static Json of(String value) {
        return new Text(value);
    }

    /** Returns a whole number. */
    static Json of(long value) {
        return new Literal(Long.toString(value));
    }

    /** Returns a number. */
    static Json of(double value) {
        return new Literal(Double.toString(value));
    }

    /** Returns a truth value. */
    static Json of(boolean value) {
        return new Literal(Boolean.toString(value));
    }

    /** Returns the value {@code null}. */
    static Json none() {
        return new Literal("null");
    }

    /** Returns an array of strings. */
    static Json of(List<String> values) {
        return new Array(values.stream().map(Json::of).toList());
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is not correct JSON
     */
    static Json parse(String text) {
        return new JsonParser(text).document();
    }

    /** Returns the value as a document of one line. */
    default String write() {
        StringBuilder text = new StringBuilder();
        JsonTextWriter.append(this, text);
        return text.toString();
    }

    /** Returns the string that this is. */
    default String text() {
        return switch (this) {
            case Text(String value) -> value;
            case Literal _, Array _, Struct _ -> throw new IllegalStateException("not a string: " + write());
        };
    }

    /** Returns the elements of the array that this is. */
    default List<Json> elements() {
        return switch (this) {
            case Array(List<Json> elements) -> elements;
            case Literal _, Text _, Struct _ -> throw new IllegalStateException("not an array: " + write());
        };
    }

    /** Returns the value of a member of the object that this is. */
    default Json at(String name) {
        return switch (this) {
            case Struct struct ->
                struct.get(name).orElseThrow(() -> new IllegalStateException("no " + name + " in " + write()));
            case Literal _, Text _, Array _ -> throw new IllegalStateException("not an object: " + write());
        };
    }

    /** Collects the members of an object. */
    final class Builder {
        private final List<Member> members = new ArrayList<>();

        /** Adds a member. */
        public Builder put(String name, Json value) {
            members.add(new Member(name, value));
            return this;
        }

        /** Adds a string. */
        public Builder put(String name, String value) {
            return put(name, of(value));
        }

        /** Adds a whole number. */
        public Builder put(String name, long value) {
            return put(name, of(value));
        }

        /** Adds a truth value. */
        public Builder put(String name, boolean value) {
            return put(name, of(value));
        }

        /** Returns the object. */
        public Struct build() {
            return new Struct(members);
        }
    }
}
