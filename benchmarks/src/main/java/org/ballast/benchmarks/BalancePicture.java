package org.ballast.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ballast.backends.ClusterLoader;
import org.ballast.backends.ClusterSource;
import org.ballast.model.Plan;
import org.ballast.model.Score;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Budget;
import org.ballast.planner.balance.Descent;
import org.ballast.planner.balance.ProgressListener;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.NodeReport;

/** A picture of the nodes of a cluster's first group before and after balancing, as an SVG image. */
final class BalancePicture {
    private static final int GROUP = 0;
    private static final int PANEL_WIDTH = 410;
    private static final int PANEL_HEIGHT = 120;
    private static final int LEFT = 48;
    private static final int RIGHT_PANEL = LEFT + PANEL_WIDTH + 34;
    private static final int MEMORY_TOP = 62;
    private static final int DISK_TOP = MEMORY_TOP + PANEL_HEIGHT + 62;
    private static final int WIDTH = RIGHT_PANEL + PANEL_WIDTH + 18;
    private static final int HEIGHT = DISK_TOP + PANEL_HEIGHT + 30;

    private static final String MEMORY = "#2f6b9a";
    private static final String RESERVE = "#b3cde3";
    private static final String DISK = "#5b8c4a";

    private final StringBuilder svg = new StringBuilder();

    private BalancePicture() {}

    /**
     * One bar.
     *
     * @param used the part in use, from 0 to 1
     * @param reserved the part that is kept free for a purpose, on top of it
     */
    private record Bar(double used, double reserved) {}

    /** Takes a file in the text format and the file to write. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: BalancePicture CLUSTER.data PICTURE.svg");
            System.exit(2);
        }
        Files.writeString(Path.of(arguments[1]), of(Path.of(arguments[0])));
    }

    /** Balances the cluster in the file and returns the picture. */
    static String of(Path file) {
        ClusterState state = new ClusterState(
                ClusterLoader.load(new ClusterSource.TextFile(file)).scenario());
        List<NodeReport> before = reports(state);
        Plan plan = new Descent(state, GROUP, MoveRules.ALL, Budget.HBAL_USUAL).run(ProgressListener.NONE);
        return new BalancePicture().draw(before, plan, reports(state));
    }

    private static List<NodeReport> reports(ClusterState state) {
        return Arrays.stream(state.nodesOf(GROUP)).mapToObj(state::report).toList();
    }

    private String draw(List<NodeReport> before, Plan plan, List<NodeReport> after) {
        line("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>"
                .formatted(WIDTH, HEIGHT));
        line("<title>Use of memory and disk space of each node, before and after balancing</title>");
        line("<rect width='%d' height='%d' rx='6' fill='#ffffff'/>".formatted(WIDTH, HEIGHT));
        heading(LEFT, "Before", plan.before());
        heading(RIGHT_PANEL, "After " + plan.steps().size() + " moves", plan.after());
        legend(LEFT, MEMORY_TOP, MEMORY, "memory in use");
        legend(LEFT + 130, MEMORY_TOP, RESERVE, "kept free for a failover (N+1)");
        panel(LEFT, MEMORY_TOP, MEMORY, memory(before));
        panel(RIGHT_PANEL, MEMORY_TOP, MEMORY, memory(after));
        legend(LEFT, DISK_TOP, DISK, "disk space in use");
        panel(LEFT, DISK_TOP, DISK, disk(before));
        panel(RIGHT_PANEL, DISK_TOP, DISK, disk(after));
        line("</svg>");
        return svg.toString();
    }

    private static List<Bar> memory(List<NodeReport> nodes) {
        return nodes.stream()
                .map(node -> {
                    double total = node.unallocatedMemory() / node.freeMemoryRatio();
                    return new Bar(1 - node.freeMemoryRatio(), node.reservedMemory() / total);
                })
                .toList();
    }

    private static List<Bar> disk(List<NodeReport> nodes) {
        return nodes.stream().map(node -> new Bar(1 - node.freeDiskRatio(), 0)).toList();
    }

    private void heading(int x, String what, Score score) {
        line("<text x='%d' y='26' font-size='15' font-weight='bold' fill='#222222'>%s: score %s</text>"
                .formatted(x, what, decimal(score.total())));
    }

    private void legend(int x, int top, String color, String what) {
        line("<rect x='%d' y='%d' width='10' height='10' fill='%s'/>".formatted(x, top - 19, color));
        line("<text x='%d' y='%d' fill='#444444'>%s</text>".formatted(x + 15, top - 10, what));
    }

    private void panel(int x, int top, String color, List<Bar> bars) {
        for (int percent = 0; percent <= 100; percent += 50) {
            double y = top + PANEL_HEIGHT * (1 - percent / 100.0);
            line("<line x1='%d' x2='%d' y1='%s' y2='%s' stroke='#dddddd'/>"
                    .formatted(x, x + PANEL_WIDTH, decimal(y), decimal(y)));
            if (x == LEFT) {
                line("<text x='%d' y='%s' fill='#777777' font-size='10' text-anchor='end'>%d %%</text>"
                        .formatted(x - 5, decimal(y + 3.5), percent));
            }
        }
        double step = (double) PANEL_WIDTH / bars.size();
        for (int k = 0; k < bars.size(); k++) {
            Bar bar = bars.get(k);
            double left = x + step * (k + 0.12);
            block(left, top, step * 0.76, 0, bar.used(), color);
            block(left, top, step * 0.76, bar.used(), bar.reserved(), RESERVE);
            line("<text x='%s' y='%d' fill='#777777' font-size='9' text-anchor='middle'>%d</text>"
                    .formatted(decimal(x + step * (k + 0.5)), top + PANEL_HEIGHT + 12, k + 1));
        }
    }

    private void block(double x, int top, double width, double from, double part, String color) {
        if (part > 0) {
            line("<rect x='%s' y='%s' width='%s' height='%s' fill='%s'/>"
                    .formatted(
                            decimal(x),
                            decimal(top + PANEL_HEIGHT * (1 - from - part)),
                            decimal(width),
                            decimal(PANEL_HEIGHT * part),
                            color));
        }
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
