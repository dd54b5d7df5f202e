package org.ballast.family;

import java.io.PrintStream;
import java.nio.file.Path;
import org.ballast.backends.LoadedCluster;
import org.ballast.cli.FigureGap;
import org.ballast.cli.Launcher;
import org.ballast.cli.Tables;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.ScenarioOptions;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Scenario;

/** The hinfo command: the size of a cluster, its groups, and the rows of its score. */
public final class Hinfo {
    private final Console console;

    private Hinfo(Console console) {
        this.console = console;
    }

    /** Creates the command; relative file names are relative to the directory. */
    public Hinfo(PrintStream out, PrintStream err, Path directory) {
        this(new Console(out, err, directory));
    }

    /** Runs the command for this process. */
    public static void main(String[] arguments) {
        System.exit(new Hinfo(Console.ofProcess()).run(arguments));
    }

    /** Runs the command and returns its exit code: 0, or 1 if there is no usable cluster, or 2 for unknown options. */
    public int run(String... arguments) {
        HinfoOptions options = new HinfoOptions();
        return Launcher.run(console, options, arguments, () -> {
            describe(options);
            return 0;
        });
    }

    private void describe(HinfoOptions options) {
        ScenarioOptions nothingMore = new ScenarioOptions();
        options.monitoring.check();
        LoadedCluster loaded =
                options.source.load(console, nothingMore, options.verbosity, options.monitoring.nodeMemory());
        Description description = switch (options.output.form()) {
            case TEXT -> new TextDescription(console, options.verbosity.level());
            case JSON -> new JsonDescription(console);
        };
        description.loaded(loaded);
        Scenario scenario = nothingMore.applyTo(loaded.scenario(), options.source);
        ClusterOverview overview = ClusterOverview.of(scenario);
        ShortNames names = new ShortNames(loaded.commonSuffix());
        if (options.verbosity.level() != 0) {
            FigureGap.warning(FigureGap.ofGroups(overview.state()), scenario.cluster(), names)
                    .ifPresent(console::note);
        }
        description.groups(overview);
        Tables tables = new Tables(console, options.tables, names);
        tables.instances("Instances", overview.state(), overview.instances());
        tables.nodes("Cluster", overview.state(), overview.nodes());
        description.score(overview);
    }
}
