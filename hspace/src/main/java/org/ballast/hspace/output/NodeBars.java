package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Node;
import org.ballast.pages.Bars;
import org.ballast.pages.Bars.Bar;
import org.ballast.pages.Bars.Series;
import org.ballast.pages.Part;
import org.ballast.pages.Tone;
import org.ballast.pages.Unit;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/** The bars of nodes filled with new instances of standard size, the fullest first. */
final class NodeBars {
    private static final List<Series> SERIES = List.of(
            new Series("the node itself", Tone.OVERHEAD),
            new Series("existing instances", Tone.USED),
            new Series("new instances", Tone.ADDED),
            new Series("kept free for failovers", Tone.RESERVED),
            new Series("free", Tone.FREE));

    private final StudyWords words;
    private final ClusterState before;
    private final ClusterState after;

    NodeBars(StudyWords words) {
        this.words = words;
        before = new ClusterState(words.study().scenario());
        after = words.study().standard().state();
    }

    /** A node's amount of a resource and its parts; the sum is all of it, unless it is overcommitted. */
    private record Split(double itself, double existing, double added, double kept, double free) {
        List<Double> amounts() {
            return IntStream.range(0, SERIES.size()).mapToObj(this::amount).toList();
        }

        private double amount(int series) {
            double amount = switch (series) {
                case 0 -> itself;
                case 1 -> existing;
                case 2 -> added;
                case 3 -> kept;
                default -> free;
            };
            return Math.max(0, amount);
        }

        double freeShare() {
            double total = amounts().stream().mapToDouble(Double::doubleValue).sum();
            return total > 0 ? amount(SERIES.size() - 1) / total : 0;
        }
    }

    private interface Splitting {
        Split of(int node);
    }

    /** Returns a chart for each resource that nodes have. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        add(parts, "Memory", "", Unit.MEBIBYTES, this::memory);
        add(parts, "Disk", "", Unit.MEBIBYTES, this::disk);
        add(parts, "Virtual CPUs", "All that the policy allows. ", Unit.COUNT, this::vcpus);
        if (words.hasSpindles()) {
            add(parts, "Spindles", "", Unit.COUNT, this::spindles);
        }
        return parts;
    }

    private void add(List<Part> parts, String title, String note, Unit unit, Splitting splitting) {
        record Row(String name, Split split) {}
        List<Row> rows = online().stream()
                .map(node -> new Row(words.node(node), splitting.of(node)))
                .sorted(Comparator.comparingDouble(row -> row.split().freeShare()))
                .toList();
        List<Integer> shown = IntStream.range(0, SERIES.size())
                .filter(k -> rows.stream().anyMatch(row -> row.split().amount(k) > 0))
                .boxed()
                .toList();
        if (!shown.isEmpty()) {
            parts.add(new Bars(
                    title,
                    note + note(),
                    unit,
                    Bars.Scale.AMOUNT,
                    shown.stream().map(SERIES::get).toList(),
                    rows.stream()
                            .map(row -> new Bar(
                                    row.name(),
                                    shown.stream().map(row.split()::amount).toList()))
                            .toList()));
        }
    }

    private List<Integer> online() {
        return IntStream.range(0, nodes().size())
                .filter(node -> !after.isOffline(node))
                .boxed()
                .toList();
    }

    private String note() {
        int offline = nodes().size() - online().size();
        return "Fullest first." + (offline == 0 ? "" : " " + Amount.count(offline, "offline node") + " left out.");
    }

    private List<Node> nodes() {
        return words.study().scenario().cluster().nodes();
    }

    private Split memory(int node) {
        NodeReport report = after.report(node);
        long existing = before.report(node).instanceMemory();
        long kept = Math.clamp(report.reservedMemory(), 0, Math.max(0, report.unallocatedMemory()));
        return new Split(
                nodes().get(node).memory().total() - report.instanceMemory() - report.unallocatedMemory(),
                existing,
                report.instanceMemory() - existing,
                kept,
                report.unallocatedMemory() - kept);
    }

    private Split disk(int node) {
        double existing = nodes().get(node).disk().total() - before.freeDisk(node);
        long available = after.availableDisk(node);
        return new Split(
                0, existing, before.freeDisk(node) - after.freeDisk(node), after.freeDisk(node) - available, available);
    }

    private Split vcpus(int index) {
        Node node = nodes().get(index);
        double allowed =
                words.study().scenario().maxVcpuRatio(node) * node.cpus().total();
        long existing = before.report(index).vcpus();
        long all = after.report(index).vcpus();
        return new Split(
                node.cpus().reserved(),
                existing - node.cpus().reserved(),
                all - existing,
                0,
                Math.floor(allowed) - all);
    }

    private Split spindles(int index) {
        Node node = nodes().get(index);
        if (!node.spindles().exclusive()) {
            return new Split(0, 0, 0, 0, 0);
        }
        long free = after.freeSpindles(index);
        return new Split(
                0, node.spindles().total() - before.freeSpindles(index), before.freeSpindles(index) - free, 0, free);
    }
}
