package org.ballast.hbal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.rules.RulePrefix;
import org.ballast.backends.rules.RuleSet;
import org.ballast.cli.Launcher;
import org.ballast.cli.Tables;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Interruption;
import org.ballast.cli.options.SubmissionOptions;
import org.ballast.cli.text.Commands;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Plan;
import org.ballast.model.Plan.StopReason;
import org.ballast.model.RoleChanges;
import org.ballast.model.SafeText;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.optimizer.schedule.Jobsets;
import org.ballast.planner.state.ClusterState;

/** Plans moves of instances that balance a group of nodes. */
public final class Hbal {
    private final Console console;
    private final Interruption interruption;

    private Hbal(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    /** Creates the command; relative file names are relative to the directory. */
    public Hbal(PrintStream out, PrintStream err, Path directory) {
        this(new Console(out, err, directory), Interruption.never());
    }

    /** Runs the command for this process. */
    public static void main(String[] arguments) {
        System.exit(new Hbal(Console.ofProcess(), Interruption.ofProcess()).run(arguments));
    }

    /**
     * Runs the command and returns its exit code: 0, with or without moves, also if Ctrl-C ended a search; 1 if there is
     * no usable cluster, a file cannot be written, or the plan cannot be carried out as asked; 2 for unknown options.
     */
    public int run(String... arguments) {
        HbalOptions options = new HbalOptions();
        return Launcher.run(console, options, arguments, () -> {
            balance(options);
            return 0;
        });
    }

    private void balance(HbalOptions options) {
        options.monitoring.check();
        options.optimize.check(options.group);
        LoadedCluster loaded =
                options.source.load(console, options.scenario, options.verbosity, options.monitoring.nodeMemory());
        BalanceOutput output = switch (options.output.form()) {
            case TEXT -> new TextOutput(console, options);
            case JSON -> new JsonOutput(console);
        };
        output.loaded(loaded);
        Scenario scenario = options.scenario
                .applyTo(loaded.scenario(), options.source)
                .withWeights(options.optimize.weights(console));
        RuleSet rules = options.optimize.rules(console, scenario.cluster());
        if (scenario.cluster().instances().isEmpty()) {
            output.empty(scenario);
            return;
        }
        output.counted(scenario);
        if (options.verbosity.level() != 0) {
            rules.warnings().forEach(warning -> console.note("Warning: " + SafeText.of(warning)));
            if (!options.optimize.isWanted() && RulePrefix.anyIn(scenario.cluster())) {
                console.note(
                        "Warning: this cluster has rules in tags ballast:..., which hbal keeps with --optimize only");
            }
        }
        SavedCluster saved = new SavedCluster(
                console, options.save, options.consistentSave.isWanted() || options.optimize.isWanted());
        saved.before(loaded.cluster());
        ClusterState asLoaded = new ClusterState(scenario);
        GroupSelection selection =
                new GroupSelection(console, scenario.cluster().groups());
        List<Integer> indices = options.optimize.wantsAllGroups()
                ? selection.all(asLoaded)
                : List.of(selection.select(asLoaded, options.group));
        ShortNames names = new ShortNames(loaded.commonSuffix());
        FigureCheck figures = FigureCheck.of(console, options, asLoaded, indices, names);
        ClusterState state = figures.state();
        BalancedGroups groups = new BalancedGroups(state, indices, names);
        output.selected(groups);
        Tables tables = new Tables(console, options.tables, groups.names());
        tables.instances("Initial", state, groups.instances());
        tables.nodes("Initial cluster", state, groups.nodes());
        Score score = groups.score();
        output.scored(score);
        RoleChanges changes = options.optimize.isWanted()
                ? new RoleChanges(offlineNodes(loaded.cluster()), rules.neverLive())
                : RoleChanges.BY_STATUS;
        Planning planning = options.optimize.isWanted()
                ? new OptimizedPlanning(
                        console, options, groups, rules.rules(), changes, figures.leftOut(), interruption)
                : new StepwisePlanning(console, options, groups);
        Findings findings = new Findings(options, groups, planning.rules());
        double lowestScore = groups.lowestScore();
        if (planning.isGoodEnough(score, lowestScore)) {
            Plan plan = new Plan(score, List.of(), score, StopReason.SCORE_REACHED);
            PlanSummary told = findings.about(PlanSummary.descent(state.scenario(), plan, List.of()));
            output.alreadyBalanced(groups, told, lowestScore, options.search.minScore());
            write(told, groups, options);
            return;
        }
        PlanSummary told = findings.about(planning.plan(output, lowestScore));
        output.planned(groups, told);
        write(told, groups, options);
        Plan plan = told.plan();
        CommandNames commandNames = new CommandNames(groups.cluster(), loaded.unusualNames());
        hand(
                Jobsets.of(scenario.cluster(), plan.steps(), rules.rules()),
                changes,
                groups,
                commandNames,
                options,
                output);
        saved.after(groups);
        tables.instances("Final", state, groups.instances());
        tables.nodes("Final cluster", state, groups.nodes());
        output.done(groups);
        options.submission.check(plan.steps().isEmpty());
    }

    private void write(PlanSummary told, BalancedGroups groups, HbalOptions options) {
        options.optimize.report().ifPresent(name -> SavedCluster.write(console, name, ReportFile.of(groups, told)));
    }

    /** A node that only an option calls offline runs on until somebody takes it away. */
    private static Set<Integer> offlineNodes(Cluster loaded) {
        return IntStream.range(0, loaded.nodes().size())
                .filter(node -> loaded.nodes().get(node).isOffline())
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Hands sets of jobs out as commands, as far as these are asked for. */
    private void hand(
            List<List<Plan.Step>> jobsets,
            RoleChanges changes,
            BalancedGroups groups,
            CommandNames commandNames,
            HbalOptions options,
            BalanceOutput output) {
        SubmissionOptions submission = options.submission;
        boolean isCut = submission.isFirstJobSetOnly() && !jobsets.isEmpty();
        List<List<Plan.Step>> handed = isCut ? List.of(jobsets.getFirst()) : jobsets;
        if (submission.wantsCommands()) {
            commandNames.check(handed);
        }
        Commands commands = new Commands(groups.cluster(), groups.names(), changes);
        CommandScript script = new CommandScript(handed, commands);
        if (submission.printsCommands()) {
            output.listed(script);
        }
        submission.commandFile().ifPresent(name -> {
            SavedCluster.write(console, name, script.executable());
            output.written(name);
        });
    }
}
