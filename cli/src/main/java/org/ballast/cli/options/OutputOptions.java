package org.ballast.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** In which form results are printed. */
public final class OutputOptions {
    @Option(
            names = "--output",
            paramLabel = "FORM",
            converter = FormConverter.class,
            description = "Print results as text, which is usual, or as one json document.")
    private Form form = Form.TEXT;

    /** A form of results. */
    public enum Form {
        /** Lines for people and for scripts made for the peer. */
        TEXT,
        /** One document, described in docs/plan-format.md. */
        JSON
    }

    private static final class FormConverter implements ITypeConverter<Form> {
        @Override
        public Form convert(String text) {
            return switch (text) {
                case "text" -> Form.TEXT;
                case "json" -> Form.JSON;
                default ->
                    throw new TypeConversionException(
                            "Unknown output form '" + text + "', pass one of 'text' or 'json'");
            };
        }
    }

    /** Returns the form asked for. */
    public Form form() {
        return form;
    }
}
