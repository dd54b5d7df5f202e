package org.ballast.hbal;

import java.util.List;
import java.util.Optional;
import org.ballast.backends.LoadedCluster;
import org.ballast.cli.Groups;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.PolicyText;
import org.ballast.cli.text.ScoreTable;
import org.ballast.model.Cluster;
import org.ballast.model.Decimals;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Plan;
import org.ballast.model.SafeText;
import org.ballast.model.Scenario;
import org.ballast.model.Score;
import org.ballast.model.rules.RuleConflict;
import org.ballast.optimizer.OptimizeRequest;

/** Tells it in Ganeti's words, each move as soon as it is found. */
final class TextOutput implements BalanceOutput {
    private static final int SIGNIFICANT = 6;

    private final Console console;
    private final int verbosity;
    private final boolean ignoreSoftErrors;
    private final boolean isFirstJobSetOnly;
    private final boolean explains;
    private String suffix = "";
    private Optional<SolutionLine> lines = Optional.empty();
    private FreeResources before = FreeResources.NONE;
    private int steps;

    TextOutput(Console console, HbalOptions options) {
        this.console = console;
        verbosity = options.verbosity.level();
        ignoreSoftErrors = options.search.ignoreSoftErrors();
        isFirstJobSetOnly = options.submission.isFirstJobSetOnly();
        explains = options.optimize.explains();
    }

    @Override
    public void loaded(LoadedCluster loaded) {
        suffix = loaded.commonSuffix();
        if (verbosity > 1) {
            console.line(
                    "Loaded cluster tags: " + String.join(",", loaded.cluster().tags()));
            console.line(
                    "Loaded cluster ipolicy: " + PolicyText.of(loaded.cluster().policy()));
        }
    }

    @Override
    public void empty(Scenario scenario) {
        console.line("Cluster is empty, exiting.");
    }

    @Override
    public void counted(Scenario scenario) {
        Cluster cluster = scenario.cluster();
        List<Instance> split = Groups.splitInstances(cluster);
        if (!split.isEmpty() && verbosity > 1) {
            console.note("Found instances belonging to multiple node groups:");
            split.forEach(instance -> console.note("  " + SafeText.of(instance.name())));
            console.note("These instances will not be moved.");
        }
        console.line(
                "Loaded " + count(cluster.nodes().size(), cluster.instances().size()));
        if (!suffix.isEmpty() && verbosity > 1) {
            console.line("Note: Stripping common suffix of '" + suffix + "' from names");
        }
    }

    @Override
    public void selected(BalancedGroups groups) {
        console.line("Group size " + count(groups.nodes().length, groups.instances().length));
        List<String> names = groups.groups().stream().map(Group::name).toList();
        console.line("Selected node group" + (names.size() == 1 ? ": " : "s: ") + String.join(", ", names));
        GroupCheck check = GroupCheck.of(groups);
        if (verbosity >= 1) {
            console.line("Initial check done: " + check.health().badNodes().size() + " bad nodes, "
                    + check.health().badInstances() + " bad instances.");
        }
        if (verbosity > 4) {
            console.out().print(check.details());
        }
        if (!check.health().isGood()) {
            console.line("Cluster is not N+1 happy, continuing but no guarantee that the cluster will end N+1 happy.");
        }
        if (check.violations() > 0) {
            console.line("The cluster contains " + check.violations() + " policy-violating nodes.");
            console.line(
                    ignoreSoftErrors
                            ? "Continuing, ignoring soft errors."
                            : "Continuing, but the set of moves might be too restricted;"
                                    + " consider using the --ignore-soft-errors option.");
        }
    }

    @Override
    public void scored(Score score) {
        if (verbosity > 2) {
            console.line("Initial coefficients: overall " + ScoreTable.total(score.total()));
            console.out().print(ScoreTable.of(score));
        } else {
            console.line("Initial score: " + ScoreTable.total(score.total()));
        }
    }

    @Override
    public void alreadyBalanced(BalancedGroups groups, PlanSummary told, double lowestScore, double minScore) {
        console.line("Cluster is already well balanced (initial score "
                + general(told.plan().before().total()) + ",");
        console.line("optimum score due to N+1 reservations " + general(lowestScore) + ",");
        console.line("minimum score " + general(minScore) + ").");
        console.line("Nothing to do, exiting");
        tellWhy(groups, told);
    }

    @Override
    public void searching(BalancedGroups groups) {
        console.line("Trying to minimize the CV...");
        prepare(groups);
    }

    private void prepare(BalancedGroups groups) {
        lines = Optional.of(new SolutionLine(groups));
        if (verbosity > 3) {
            before = FreeResources.of(groups);
        }
    }

    @Override
    public void stepTaken(Plan.Step step) {
        steps++;
        console.line(lines.orElseThrow().of(steps, step));
        console.out().flush();
    }

    @Override
    public void planned(BalancedGroups groups, PlanSummary told) {
        Plan plan = told.plan();
        told.search().ifPresent(outcome -> {
            prepare(groups);
            plan.steps().forEach(this::stepTaken);
        });
        total(plan);
        told.search().ifPresent(outcome -> new OptimizeText(console.safe(), groups, outcome).write(verbosity));
        tellWhy(groups, told);
    }

    private void total(Plan plan) {
        if (plan.steps().isEmpty()) {
            console.line("No solution found");
        } else if (verbosity > 2) {
            console.line("Final coefficients:   overall "
                    + ScoreTable.total(plan.after().total()));
            console.out().print(ScoreTable.of(plan.after()));
        } else {
            boolean isHigher = plan.after().total() > plan.before().total();
            console.line("Cluster score " + (isHigher ? "went up" : "improved") + " from "
                    + ScoreTable.total(plan.before().total()) + " to "
                    + ScoreTable.total(plan.after().total()));
        }
        if (verbosity >= 1) {
            console.line("Solution length=" + steps);
        }
    }

    @Override
    public void optimizing(BalancedGroups groups, OptimizeRequest request, List<RuleConflict> conflicts) {
        OptimizeText.announce(console.safe(), groups, request, conflicts);
    }

    private void tellWhy(BalancedGroups groups, PlanSummary told) {
        if (explains) {
            told.explanation().ifPresent(new ExplainText(console.safe(), groups, told, verbosity)::write);
        } else if (verbosity >= 1) {
            new EvacuationText(console.safe(), groups).note(told.stranded(), told.strandedCount());
        }
    }

    @Override
    public void listed(CommandScript script) {
        console.line("");
        console.line(isFirstJobSetOnly ? "First set of jobs:" : "Commands to run to reach the above solution:");
        console.out().print(script.listing());
    }

    @Override
    public void written(String fileName) {
        console.line("The commands have been written to file '" + fileName + "'");
    }

    @Override
    public void done(BalancedGroups groups) {
        if (verbosity > 3) {
            console.line("Original: " + before);
            console.line("Final:    " + FreeResources.of(groups));
        }
    }

    private static String count(int nodes, int instances) {
        return nodes + " nodes, " + instances + " instances";
    }

    private static String general(double value) {
        return Decimals.general(value, SIGNIFICANT);
    }
}
