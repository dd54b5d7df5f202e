package org.ballast.cli.options;

import org.ballast.backends.input.BackendException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The option of the form in which results are printed. */
public final class OutputOptions {
    @Option(
            names = "--output",
            paramLabel = "FORM",
            converter = FormConverter.class,
            description = "Print results as text, which is usual, or as one json document.")
    private Form form = Form.TEXT;

    /** A form of results. */
    public enum Form {
        /** Lines for people and for scripts made for Ganeti. */
        TEXT,
        /** One document, described in docs/plan-format.md. */
        JSON;

        /**
         * Returns the form of this name.
         *
         * @throws BackendException if there is none
         */
        public static Form named(String text) {
            return switch (text) {
                case "text" -> Form.TEXT;
                case "json" -> Form.JSON;
                default ->
                    throw new BackendException("Unknown output form '" + text + "', pass one of 'text' or 'json'");
            };
        }
    }

    private static final class FormConverter implements ITypeConverter<Form> {
        @Override
        public Form convert(String text) {
            return Form.named(text);
        }
    }

    /** Returns the form asked for. */
    public Form form() {
        return form;
    }
}
