package org.ballast.family;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.NodeOverrides;
import org.ballast.backends.StaticNodeMemory;
import org.ballast.cli.FigureGap;
import org.ballast.cli.Groups;
import org.ballast.cli.Launcher;
import org.ballast.cli.LowestScore;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.score.ScoreSheet;
import org.ballast.planner.state.ClusterState;

/** The hcheck command: whether a cluster is healthy and, if it is not, what balancing would leave of its problems. */
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
     * Runs the command and returns its exit code: 0 if the cluster is healthy, or if balancing is not to be tried, or if
     * the nodes asked about can be emptied; 1 if it is not healthy, if they cannot, or if there is no usable cluster; 2
     * for unknown options.
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
        ShortNames names = new ShortNames(loaded.commonSuffix());
        if (!options.nodesToEmpty().isEmpty()) {
            return empty(options, scenario, names);
        }
        warn(options, state, names);
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
        Optional<RuleFindings> rules = RuleFindings.of(cluster);
        output.complete(new Diagnosis(cluster, before, after, rules));
        rules.ifPresent(found -> {
            found.warnings().forEach(warning -> console.note("Warning: " + warning));
            found.lines(cluster).forEach(console::note);
        });
        return balances ? Failure.BAD : 0;
    }

    private int empty(HcheckOptions options, Scenario scenario, ShortNames names) {
        List<Integer> nodes =
                NodeOverrides.indices(options.nodesToEmpty(), scenario.cluster().nodes());
        List<FigureGap> gaps = FigureGap.ofGroups(new ClusterState(scenario.withOffline(nodes)));
        if (options.verbosity.level() != 0) {
            FigureGap.leftOut(gaps, scenario.cluster(), names).ifPresent(console::note);
        }
        EvacuationOutlook outlook = EvacuationOutlook.of(
                scenario.withOffline(gaps.stream().map(FigureGap::node).toList()), nodes, options.search.rules(false));
        EvacuationAnswer answer = new EvacuationAnswer(console, scenario.cluster(), names, outlook);
        switch (options.output.form()) {
            case JSON -> answer.document();
            case TEXT -> {
                if (options.check.isMachineReadable()) {
                    answer.variables();
                } else {
                    answer.text();
                }
            }
        }
        return outlook.isPossible() ? 0 : Failure.BAD;
    }

    private void warn(HcheckOptions options, ClusterState state, ShortNames names) {
        if (options.verbosity.level() != 0) {
            FigureGap.warning(FigureGap.ofGroups(state), state.scenario().cluster(), names)
                    .ifPresent(console::note);
        }
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
