package org.ballast.hbal.report;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.pages.Levels.Change;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/** Which part of its resources each node has in use, before and after. */
final class NodeLevels {

    /** One resource. */
    private record Measure(String label, IntToDoubleFunction before, IntToDoubleFunction after) {
        Change of(int node) {
            return new Change(before.applyAsDouble(node), after.applyAsDouble(node));
        }

        boolean isSeen(List<Integer> nodes) {
            return nodes.stream().map(this::of).anyMatch(change -> change.before() > 0 || change.after() > 0);
        }
    }

    /** What is in use on a node, as a share of what there is. */
    private interface Share {
        double of(Books books, int node);
    }

    private record Books(Scenario scenario, ClusterState state, List<NodeReport> reports) {
        static Books of(ClusterState state) {
            List<NodeReport> reports = IntStream.range(
                            0, state.scenario().cluster().nodes().size())
                    .mapToObj(state::report)
                    .toList();
            return new Books(state.scenario(), state, reports);
        }

        Node node(int index) {
            return scenario.cluster().nodes().get(index);
        }

        double memory(int node) {
            return share(
                    node(node).memory().total() - reports.get(node).unallocatedMemory(),
                    node(node).memory().total());
        }

        double failovers(int node) {
            return share(
                    (double) reports.get(node).reservedMemory(),
                    node(node).memory().total());
        }

        double disk(int node) {
            return share(
                    node(node).disk().total() - state.freeDisk(node),
                    node(node).disk().total());
        }

        /** Of all that the policy allows, or of the physical ones if it allows any number. */
        double vcpus(int node) {
            double ratio = scenario.maxVcpuRatio(node(node));
            return share((double) reports.get(node).vcpus(), node(node).cpus().total() * (ratio > 0 ? ratio : 1));
        }

        /** With exclusive storage those that have an owner, otherwise the load that they are reckoned to bear. */
        double spindles(int node) {
            return node(node).spindles().exclusive()
                    ? share((double) (node(node).spindles().total() - state.freeSpindles(node)), (double)
                            node(node).spindles().total())
                    : share(reports.get(node).spindleUse(), reports.get(node).maxSpindleUse());
        }

        private static double share(double used, double all) {
            return all > 0 ? Math.max(0, used / all) : 0;
        }
    }

    private final List<Measure> seen;

    private NodeLevels(List<Measure> seen) {
        this.seen = seen;
    }

    static NodeLevels of(Rebalancing rebalancing) {
        Books before = Books.of(new ClusterState(rebalancing.scenario()));
        Books after = Books.of(rebalancing.after());
        return new NodeLevels(Stream.of(
                        measure("Memory", before, after, Books::memory),
                        measure("Failover reserve", before, after, Books::failovers),
                        measure("Disk", before, after, Books::disk),
                        measure("vCPUs", before, after, Books::vcpus),
                        measure("Spindles", before, after, Books::spindles))
                .filter(measure -> measure.isSeen(rebalancing.nodes()))
                .toList());
    }

    private static Measure measure(String label, Books before, Books after, Share share) {
        return new Measure(label, node -> share.of(before, node), node -> share.of(after, node));
    }

    /** Returns what is measured: only what any node has in use. */
    List<String> measures() {
        return seen.stream().map(Measure::label).toList();
    }

    /** Returns how much of each a node had and has in use. */
    List<Change> of(int node) {
        return seen.stream().map(measure -> measure.of(node)).toList();
    }
}
