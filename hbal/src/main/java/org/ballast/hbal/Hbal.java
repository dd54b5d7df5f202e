package org.ballast.hbal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.ballast.backends.LoadedCluster;
import org.ballast.cli.Launcher;
import org.ballast.cli.LowestScore;
import org.ballast.cli.Progress;
import org.ballast.cli.Tables;
import org.ballast.cli.console.Console;
import org.ballast.cli.options.OutputOptions.Form;
import org.ballast.cli.options.SubmissionOptions;
import org.ballast.cli.text.Commands;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.MoveRules;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.ScoreSheet;

/** Plans moves of instances that balance a group of nodes. */
public final class Hbal {
    private final Console console;

    private Hbal(Console console) {
        this.console = console;
    }

    /** Creates the command; relative file names are relative to the directory. */
    public Hbal(PrintStream out, PrintStream err, Path directory) {
        this(new Console(out, err, directory));
    }

    /** Runs the command for this process. */
    public static void main(String[] arguments) {
        System.exit(new Hbal(Console.ofProcess()).run(arguments));
    }

    /**
     * Runs the command and returns its exit code: 0, with or without moves; 1 if there is no usable cluster, a file
     * cannot be written, or the plan cannot be carried out as asked; 2 for unknown options.
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
        LoadedCluster loaded =
                options.source.load(console, options.scenario, options.verbosity, options.monitoring.nodeMemory());
        BalanceOutput output = switch (options.output.form()) {
            case TEXT -> new TextOutput(console, options);
            case JSON -> new JsonOutput(console);
        };
        output.loaded(loaded);
        Scenario scenario = options.scenario.applyTo(loaded.scenario(), options.source);
        if (scenario.cluster().instances().isEmpty()) {
            output.empty(scenario);
            return;
        }
        output.counted(scenario);
        SavedCluster saved = new SavedCluster(console, options.save);
        saved.before(loaded.cluster());
        ClusterState state = new ClusterState(scenario);
        int index = new GroupSelection(console, scenario.cluster().groups()).select(state, options.group);
        BalancedGroup group = new BalancedGroup(state, index, new ShortNames(loaded.commonSuffix()));
        output.selected(group);
        Tables tables = new Tables(console, options.tables, group.names());
        tables.instances("Initial", state, group.instances());
        tables.nodes("Initial cluster", state, group.nodes());
        Score score = new ScoreSheet(state, group.nodes()).score();
        output.scored(score);
        double lowestScore = LowestScore.of(state, group.nodes());
        if (score.total() - lowestScore < options.search.minScore()) {
            output.alreadyBalanced(group, score, lowestScore, options.search.minScore());
            return;
        }
        Plan plan = search(group, options, options.search.budget(lowestScore), output);
        saved.after(group);
        tables.instances("Final", state, group.instances());
        tables.nodes("Final cluster", state, group.nodes());
        output.done(group);
        options.submission.check(plan.steps().isEmpty());
    }

    private Plan search(BalancedGroup group, HbalOptions options, Budget budget, BalanceOutput output) {
        output.searching(group);
        MoveRules rules = options.search.rules(options.restrictedMigration);
        boolean isText = options.output.form() == Form.TEXT;
        Plan plan;
        try (Progress progress = new Progress(console, output, isText, budget.moves())) {
            plan = new Descent(group.state(), group.index(), rules, budget).run(progress);
        }
        List<List<Plan.Step>> jobsets = Jobsets.of(plan.steps());
        SubmissionOptions submission = options.submission;
        if (!isText || submission.wantsCommands()) {
            new Approval(group, rules).check(plan, jobsets);
        }
        output.planned(group, plan, jobsets);
        boolean isCut = submission.isFirstJobSetOnly() && !jobsets.isEmpty();
        Commands commands = new Commands(group.cluster(), group.names());
        CommandScript script = new CommandScript(isCut ? List.of(jobsets.getFirst()) : jobsets, commands);
        if (submission.printsCommands()) {
            output.listed(script);
        }
        submission.commandFile().ifPresent(name -> {
            SavedCluster.write(console, name, script.executable());
            output.written(name);
        });
        return plan;
    }
}
