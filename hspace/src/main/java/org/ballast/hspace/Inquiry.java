package org.ballast.hspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.ballast.backends.input.BackendException;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.mix.Flavour;
import org.ballast.capacity.packing.SearchBudget;
import org.ballast.capacity.whatif.BadChange;
import org.ballast.cli.DelayedProgressBar;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.hspace.ReportOptions.Form;
import org.ballast.hspace.forecast.History;
import org.ballast.hspace.mix.MixFile;
import org.ballast.hspace.study.Analyst;

/**
 * The questions of the options beyond filling the cluster. Files are read before anything is placed: users who wait for
 * minutes does not want to learn then of a mistyped name.
 *
 * @param options what is asked
 * @param form the form of the results; documents tell why without being asked
 * @param flavours the mix, if there is one
 * @param history what is known of the past, if anything is
 */
record Inquiry(StudyOptions options, Form form, Optional<List<Flavour>> flavours, Optional<History> history) {
    private static final int UNKNOWN = -1;

    /**
     * Reads the files that the options name.
     *
     * @param shape what holds for flavours that do not say otherwise
     * @throws BackendException if one cannot be read
     */
    static Inquiry of(Console console, StudyOptions options, Form form, InstanceShape shape) {
        MixFile.Defaults defaults =
                new MixFile.Defaults(shape.template(), shape.size().spindles(), shape.spindleUse());
        return new Inquiry(
                options,
                form,
                options.mix().map(name -> MixFile.read(file(console, name), defaults)),
                options.forecast().map(name -> History.read(file(console, name))));
    }

    private static Path file(Console console, String name) {
        return console.file(name);
    }

    /** Returns whether there is any. */
    boolean isAny() {
        return switch (form) {
            case TEXT, SHELL ->
                options.explains()
                        || options.budget().isPresent()
                        || flavours.isPresent()
                        || history.isPresent()
                        || !options.whatIfs().isEmpty();
            case JSON, CSV, HTML -> true;
        };
    }

    /**
     * Answers them.
     *
     * @throws Failure if the cluster cannot undergo a change that is asked about
     */
    void answer(Console console, Analyst analyst) {
        options.budget().ifPresent(budget -> pack(console, analyst, budget));
        flavours.ifPresent(mix -> watch(console, "instances", progress -> analyst.mix(mix, progress)));
        if (!options.whatIfs().isEmpty()) {
            try {
                watch(console, "what if", progress -> analyst.compare(options.whatIfs(), progress));
            } catch (BadChange e) {
                throw Failure.because(String.valueOf(e.getMessage()));
            }
        }
        if (isExplained()) {
            watch(console, "what would help", analyst::diagnose);
        }
        history.ifPresent(analyst::forecast);
    }

    private boolean isExplained() {
        return switch (form) {
            case TEXT, SHELL, CSV -> options.explains();
            case JSON, HTML -> true;
        };
    }

    private void pack(Console console, Analyst analyst, SearchBudget budget) {
        watch(console, "optimizing", progress -> analyst.pack(budget, options.allowance(), progress::accept));
    }

    private static void watch(Console console, String task, Consumer<IntConsumer> work) {
        try (DelayedProgressBar bar = new DelayedProgressBar(console, task, true, UNKNOWN)) {
            work.accept(count -> {
                bar.show(count);
                bar.stepTo(count, "");
            });
        }
    }

    /** Returns the day that counts as today. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }
}
