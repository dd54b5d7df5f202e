package org.ballast.hspace;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.ballast.backends.LoadedCluster;
import org.ballast.backends.rules.RulePrefix;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.Totals;
import org.ballast.cli.FigureGap;
import org.ballast.cli.Launcher;
import org.ballast.cli.console.Console;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.ReportOptions.Form;
import org.ballast.hspace.output.CsvStudy;
import org.ballast.hspace.output.JsonStudy;
import org.ballast.hspace.output.PageStudy;
import org.ballast.hspace.report.CapacityReport;
import org.ballast.hspace.report.DocumentReport;
import org.ballast.hspace.report.ShellReport;
import org.ballast.hspace.report.TextReport;
import org.ballast.hspace.study.Analyst;
import org.ballast.hspace.study.Fill;
import org.ballast.hspace.study.Mode;
import org.ballast.hspace.study.Study;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Scenario;
import org.ballast.pages.HtmlPage;
import org.ballast.planner.state.ClusterState;

/** The hspace command: how many more instances fit into a cluster. */
public final class Hspace {
    static final String NAME = "hspace";

    private final Console console;

    private Hspace(Console console) {
        this.console = console;
    }

    /** Creates the command; relative file names are relative to the directory. */
    public Hspace(PrintStream out, PrintStream err, Path directory) {
        this(new Console(out, err, directory));
    }

    /** Runs the command for this process. */
    public static void main(String[] arguments) {
        System.exit(new Hspace(Console.ofProcess()).run(arguments));
    }

    /**
     * Runs the command and returns its exit code: 0, with or without room; 1 if there is no usable cluster, there are
     * not enough nodes, or a file cannot be written; 2 for unknown options.
     */
    public int run(String... arguments) {
        HspaceOptions options = new HspaceOptions();
        return Launcher.run(console, options, arguments, () -> {
            fill(options);
            return 0;
        });
    }

    private void fill(HspaceOptions options) {
        options.sizes.check();
        Form form = options.report.form();
        LoadedCluster loaded = options.source.load(console, options.verbosity, options.nodeMemory.nodeMemory());
        if (RulePrefix.anyIn(loaded.cluster())) {
            console.note(
                    "Warning: this cluster has rules in tags ballast:..., which hspace does not look at: hail and hbal"
                            + " --optimize may refuse some of the placements that are counted here");
        }
        Scenario scenario = options.limits.applyTo(loaded.scenario(), options.source.offline());
        InstancePolicy policy = scenario.cluster().policy();
        ShortNames names = new ShortNames(loaded.commonSuffix());
        Details details = new Details(console, options, names);
        int requiredNodes = options.sizes.template(policy).hasSecondary() ? 2 : 1;
        ClusterState initial = new ClusterState(scenario);
        details.loaded(initial);
        if (options.verbosity.level() != 0) {
            FigureGap.warning(FigureGap.ofGroups(initial), scenario.cluster(), names, FigureGap.Use.PLACING)
                    .ifPresent(console::note);
        }
        CapacityReport report = report(form, scenario, names);
        Totals totals = FillRun.totals(initial);
        report.cluster(totals, scenario.cluster().nodes().size());
        CandidateNodes candidateNodes = CandidateNodes.survey(initial, options.rules.rules());
        details.surveyed(initial, candidateNodes, requiredNodes);
        List<InstanceShape> tieredShapes = options.sizes.tieredShapes(policy);
        InstanceShape shape = options.sizes.standardShape(policy);
        Inquiry inquiry = Inquiry.of(console, options.study, form, shape);
        FillRun run = new FillRun(console, candidateNodes, totals, options.sizes.limit(), report, details);
        Fill tiered = run.fill(Mode.TIERED, new ClusterState(scenario), tieredShapes);
        Fill standard = run.fill(Mode.STANDARD, new ClusterState(scenario), List.of(shape));
        if (inquiry.isAny()) {
            Analyst analyst = new Analyst(
                    Inquiry.today(),
                    scenario,
                    candidateNodes,
                    totals,
                    tieredShapes,
                    tiered,
                    standard,
                    options.sizes.limit());
            inquiry.answer(console, analyst);
            Study study = analyst.study();
            details.studied(study);
            report.studied(study);
        }
        report.complete();
    }

    private CapacityReport report(Form form, Scenario scenario, ShortNames names) {
        return switch (form) {
            case TEXT ->
                new TextReport(
                        console,
                        scenario.cluster().nodes().stream()
                                .anyMatch(node -> node.spindles().exclusive()),
                        names);
            case SHELL -> new ShellReport(console, names);
            case JSON -> new DocumentReport(new JsonStudy(console)::write);
            case CSV -> new DocumentReport(new CsvStudy(console)::write);
            case HTML -> new DocumentReport(study -> console.out().print(HtmlPage.of(PageStudy.of(study, names))));
        };
    }
}
