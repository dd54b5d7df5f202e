package org.ballast.hspace;

import org.ballast.backends.input.BackendException;
import org.ballast.cli.console.Failure;
import org.ballast.cli.options.ShellOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for the form of the results. */
final class ReportOptions {
    @Mixin
    private final ShellOptions shell = new ShellOptions();

    @Option(
            names = "--output",
            paramLabel = "FORM",
            converter = FormConverter.class,
            description = "Print results as text, which is usual, as one json document, as csv, or as an html page.")
    private Form form = Form.TEXT;

    /** A form of results. */
    enum Form {
        /** Lines for people, and for scripts made for Ganeti. */
        TEXT,
        /** Shell variables. */
        SHELL,
        /** One document, described in docs/capacity-format.md. */
        JSON,
        /** A table for spreadsheets and forecasts, described there as well. */
        CSV,
        /** A page for browsers. */
        HTML
    }

    private static final class FormConverter implements ITypeConverter<Form> {
        @Override
        public Form convert(String text) {
            return switch (text) {
                case "text" -> Form.TEXT;
                case "json" -> Form.JSON;
                case "csv" -> Form.CSV;
                case "html" -> Form.HTML;
                default ->
                    throw new BackendException(
                            "Unknown output form '" + text + "', pass one of 'text', 'json', 'csv' or 'html'");
            };
        }
    }

    /**
     * Returns the form asked for.
     *
     * @throws Failure if there are two
     */
    Form form() {
        if (!shell.isMachineReadable()) {
            return form;
        }
        if (form != Form.TEXT) {
            throw Failure.because("Only one of --machine-readable and --output should be given.");
        }
        return Form.SHELL;
    }
}
