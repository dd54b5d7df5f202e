package org.ballast.family;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.Groups;
import org.ballast.cli.Launcher;
import org.ballast.cli.LowestScore;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.ScoreSheet;

/** Tells whether a cluster is healthy and, if it is not, what balancing would leave of its problems. */
public final class Hcheck {
    private final Console console;

    private Hcheck(Console console) {
        this.console = console;
    }

    /** Creates the command; relative file names are relative to the directory. */
    public Hcheck(PrintStream out, PrintStream err, Path directory) {
        this(new Console(out, err, directory));
    }

    /** Runs the command for this process. */
    public static void main(String[] arguments) {
        System.exit(new Hcheck(Console.ofProcess()).run(arguments));
    }

    /**
     * Runs the command and returns its exit code: 0 if the cluster is healthy, or if balancing is not to be tried; 1 if
     * it is not healthy, or there is no usable cluster; 2 for unknown options.
     */
    public int run(String... arguments) {
        HcheckOptions options = new HcheckOptions();
        return Launcher.run(console, options, arguments, () -> check(options));
    }

    private int check(HcheckOptions options) {
        LoadedCluster loaded =
                options.source.load(console, options.scenario, options.verbosity, StaticNodeMemory.USUAL);
        Scenario scenario = options.scenario.applyTo(loaded.scenario(), options.source);
        Cluster cluster = scenario.cluster();
        ClusterState state = new ClusterState(scenario);
        boolean checksCapacity = options.check.checksCapacity();
        DiagnosisOutput output = output(options);
        ClusterFindings before = ClusterFindings.of(state, checksCapacity);
        output.initial(cluster, before);
        boolean balances = options.check.simulates() && before.isUnhealthy();
        Optional<ClusterFindings> after = Optional.empty();
        if (balances) {
            for (int group : Groups.populated(state)) {
                balance(state, group, options);
            }
            after = Optional.of(ClusterFindings.of(state, checksCapacity));
        }
        output.complete(new Diagnosis(cluster, before, after));
        return balances ? Failure.BAD : 0;
    }

    private DiagnosisOutput output(HcheckOptions options) {
        return switch (options.output.form()) {
            case JSON -> new JsonDiagnosis(console, options.check);
            case TEXT ->
                options.check.isMachineReadable()
                        ? new VariableDiagnosis(console, options.check)
                        : new TextDiagnosis(console, options.check, options.verbosity.level());
        };
    }

    private static void balance(ClusterState state, int group, HcheckOptions options) {
        int[] nodes = state.nodesOf(group);
        Budget budget = options.search.budget(LowestScore.of(state, nodes));
        if (!(new ScoreSheet(state, nodes).total() < budget.score())) {
            new Descent(state, group, options.search.rules(false), budget).run(ProgressListener.NONE);
        }
    }
}
