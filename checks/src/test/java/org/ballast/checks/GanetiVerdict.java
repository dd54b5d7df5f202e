package org.ballast.checks;

import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ballast.backends.text.TextWriter;
import org.ballast.model.Cluster;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.GanetiTools;
import org.ballast.testkit.RandomOptions;

/**
 * What Ganeti says of a cluster that it reads.
 *
 * @param failures how many nodes fail the N+1 check
 * @param groupScores the sum of the groups' scores
 * @param score the score of all nodes together
 * @param nodes its table of nodes, in their order
 */
record GanetiVerdict(int failures, double groupScores, double score, List<NodeRow> nodes) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern FAILURES = Pattern.compile("HCHECK_INIT_CLUSTER_N1_FAIL=(\\d+)");
    private static final Pattern GROUP_SCORE = Pattern.compile("HCHECK_INIT_GROUP_\\d+_SCORE=(\\S+)");
    private static final Pattern SCORE = Pattern.compile("Cluster score: (\\S+)");
    private static final Pattern ROW =
            Pattern.compile("^ *(\\d+) +(-?\\d+) +(-?\\d+)(?: +([-*]))? *$", Pattern.MULTILINE);

    /** Copies the list. */
    GanetiVerdict {
        nodes = List.copyOf(nodes);
    }

    /**
     * A node.
     *
     * @param unallocated memory in MiB that no instance has, running or not
     * @param reserved memory in MiB for failovers
     * @param status {@code -} if it is offline, {@code *} if it fails the N+1 check, else empty
     */
    record NodeRow(long unallocated, long reserved, String status) {}

    /** Has Ganeti read a cluster; where it breaks down the test is skipped. */
    static GanetiVerdict of(GanetiTools ganetiTools, Cluster cluster) {
        String checked =
                run(ganetiTools, cluster, "hcheck", "--machine-readable", "--no-simulation", "--no-capacity-checks");
        CallOutcome.Finished shown = finish(ganetiTools, cluster, "hinfo", "--print-nodes=idx,umem,rmem,status");
        Map<Integer, NodeRow> rows = new TreeMap<>();
        ROW.matcher(shown.err())
                .results()
                .forEach(row -> rows.put(
                        Integer.parseInt(row.group(1)),
                        new NodeRow(
                                Long.parseLong(row.group(2)),
                                Long.parseLong(row.group(3)),
                                row.group(4) == null ? "" : row.group(4))));
        return new GanetiVerdict(
                failures(checked),
                all(GROUP_SCORE, checked).stream()
                        .mapToDouble(Double::parseDouble)
                        .sum(),
                Double.parseDouble(all(SCORE, shown.out()).getFirst()),
                new ArrayList<>(rows.values()));
    }

    /** Has Ganeti count the nodes that fail the N+1 check. */
    static int failures(GanetiTools ganetiTools, Cluster cluster) {
        return failures(
                run(ganetiTools, cluster, "hcheck", "--machine-readable", "--no-simulation", "--no-capacity-checks"));
    }

    private static int failures(String checked) {
        return Integer.parseInt(all(FAILURES, checked).getFirst());
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found =
                pattern.matcher(text).results().map(result -> group(result)).toList();
        if (found.isEmpty()) {
            throw new AssertionError("Ganeti does not say " + pattern + ":\n" + text);
        }
        return found;
    }

    private static String group(MatchResult result) {
        return result.group(1);
    }

    private static String run(GanetiTools ganetiTools, Cluster cluster, String tool, String... options) {
        return finish(ganetiTools, cluster, tool, options).out();
    }

    private static CallOutcome.Finished finish(
            GanetiTools ganetiTools, Cluster cluster, String tool, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-t", RandomOptions.DATA_FILE));
        Collections.addAll(arguments, options);
        CommandLine call = new CommandLine(tool, arguments, Collections.emptySortedMap())
                .withFile(RandomOptions.DATA_FILE, TextWriter.write(cluster));
        CallOutcome outcome = ganetiTools.run(call, LIMIT);
        return switch (outcome) {
            case CallOutcome.Finished finished
            when Comparison.isCrash(finished) -> abort("Ganeti crashed: " + finished.err());
            case CallOutcome.Finished finished -> finished;
            case CallOutcome.TimedOut _ -> throw new AssertionError("Ganeti did not end: " + call);
        };
    }

    /** Returns the positions of the online nodes that fail the N+1 check. */
    List<Integer> failing() {
        List<Integer> failing = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node).status().equals("*")) {
                failing.add(node);
            }
        }
        return failing;
    }
}
