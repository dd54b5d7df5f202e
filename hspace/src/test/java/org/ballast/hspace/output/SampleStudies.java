package org.ballast.hspace.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ballast.backends.simulation.Simulation;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.StandardFill;
import org.ballast.capacity.TieredFill;
import org.ballast.capacity.Totals;
import org.ballast.cli.console.Console;
import org.ballast.hspace.study.Analyst;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.hspace.study.Fill;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;

/** Studies of clusters, and what is written about them. */
final class SampleStudies {
    static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    static final InstanceShape MIRRORED =
            new InstanceShape(new InstanceShape.Size(4096, 10240, 2, 1), DiskTemplate.DRBD, 1);
    static final InstanceShape LARGE =
            new InstanceShape(new InstanceShape.Size(16384, 102400, 8, 1), DiskTemplate.DRBD, 1);

    private SampleStudies() {}

    static Analyst analyst(Scenario scenario, CapacityRules rules, OptionalLong limit) {
        ClusterState initial = new ClusterState(scenario);
        CandidateNodes candidateNodes = CandidateNodes.survey(initial, rules);
        Totals before = Totals.of(initial);
        ClusterState tiered = new ClusterState(scenario);
        FillResult tiers = TieredFill.fill(tiered, candidateNodes, List.of(LARGE), limit, count -> {});
        ClusterState standard = new ClusterState(scenario);
        FillResult filling = StandardFill.fill(standard, candidateNodes, MIRRORED, limit, count -> {});
        return new Analyst(
                TODAY,
                scenario,
                candidateNodes,
                before,
                List.of(LARGE),
                fill(LARGE, tiered, tiers, before, candidateNodes),
                fill(MIRRORED, standard, filling, before, candidateNodes),
                limit);
    }

    private static Fill fill(
            InstanceShape first, ClusterState state, FillResult filling, Totals before, CandidateNodes candidateNodes) {
        return new Fill(
                first,
                state,
                new FillOutcome(filling, before, Totals.of(state)),
                FailureCounts.of(filling, candidateNodes.stopped()));
    }

    static Study of(Scenario scenario, OptionalLong limit) {
        return analyst(scenario, CapacityRules.STRICT, limit).study();
    }

    static Study of(Cluster cluster) {
        return of(Scenario.of(cluster), OptionalLong.empty());
    }

    static Cluster simulated(String... groups) {
        return Simulation.cluster(List.of(groups));
    }

    /** Returns the cluster with another name for its first group, and one for its first node. */
    static Cluster renamed(Cluster cluster, String group, String node) {
        List<Group> groups = new ArrayList<>(cluster.groups());
        Group first = groups.getFirst();
        groups.set(
                0,
                new Group(
                        group, first.uuid(), first.allocationPolicy(), first.tags(), first.networks(), first.policy()));
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        Node machine = nodes.getFirst();
        nodes.set(
                0,
                new Node(
                        node,
                        machine.group(),
                        machine.role(),
                        new Node.Memory(
                                machine.memory().total(),
                                machine.memory().reserved(),
                                machine.memory().free()),
                        new Node.Disk(machine.disk().total(), machine.disk().free()),
                        new Node.Cpus(
                                machine.cpus().total(),
                                machine.cpus().reserved(),
                                machine.cpus().speed()),
                        new Node.Spindles(
                                machine.spindles().total(),
                                machine.spindles().free(),
                                machine.spindles().exclusive()),
                        machine.tags()));
        return new Cluster(groups, nodes, cluster.instances(), cluster.tags(), cluster.policy());
    }

    static String json(Study study) {
        return written(console -> new JsonStudy(console).write(study));
    }

    static String csv(Study study) {
        return written(console -> new CsvStudy(console).write(study));
    }

    private interface Writing {
        void to(Console console);
    }

    private static String written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
                Path.of(""));
        writing.to(console);
        console.out().flush();
        return out.toString(UTF_8);
    }
}
