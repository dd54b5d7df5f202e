package org.ballast.hail;

import java.util.stream.IntStream;
import org.ballast.backends.text.TextWriter;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.OutputFile;
import org.ballast.cli.text.NodeListing;
import org.ballast.cli.text.ShortNames;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.notation.ClusterText;
import org.ballast.hail.notation.RequestText;
import org.ballast.model.Cluster;
import org.ballast.planner.place.GanetiNumbering;
import org.ballast.planner.state.ClusterState;

/**
 * The output beside the reply: the request, the nodes, and files with the cluster before and after.
 *
 * @param suffix what names leave out
 * @param numbering the numbers that Ganeti gives the nodes
 */
record Display(Console console, HailOptions.DisplayOptions wanted, String suffix, GanetiNumbering numbering) {
    private static final int SHOWING_REQUEST = 2;
    private static final int SHOWING_CLUSTER = 3;

    /** Shows what was read. */
    void received(Input input) {
        Cluster cluster = input.loaded().cluster();
        if (wanted.verbosity() >= SHOWING_REQUEST) {
            console.note("Received request: "
                    + new RequestText(cluster, input.question().wantedTags()).of(input.request()));
        }
        if (wanted.verbosity() >= SHOWING_CLUSTER) {
            console.note("Received cluster data: "
                    + new ClusterText(input.loaded().scenario(), new ShortNames(suffix)::shortened).text());
        }
        if (wanted.verbosity() >= SHOWING_REQUEST && input.question().dedicated()) {
            console.note("Allocation on a dedicated cluster; using lost-allocations metrics.");
        }
        if (wanted.nodeFields().isPresent()) {
            ClusterState state = new ClusterState(input.loaded().scenario());
            showNodes("Initial", state, allNodes(state), numbering);
        }
        save("pre-ialloc", "before", cluster);
    }

    /** Shows the nodes and the cluster after the answer. */
    void answered(Answer answer) {
        if (wanted.nodeFields().isPresent()) {
            int[] nodes = answer.nodes().orElseGet(() -> allNodes(answer.finalState()));
            showNodes("Final", answer.finalState(), nodes, numbering.withInstancesOf(answer.numbering()));
        }
        if (wanted.savePrefix().isPresent()) {
            save("post-ialloc", "after", answer.finalCluster(wanted.savesConsistently()));
        }
    }

    private static int[] allNodes(ClusterState state) {
        return IntStream.range(0, state.scenario().cluster().nodes().size()).toArray();
    }

    private void showNodes(String which, ClusterState state, int[] nodes, GanetiNumbering numbers) {
        wanted.nodeFields().ifPresent(fields -> {
            console.note("");
            console.note(which + " cluster status:");
            console.note(new NodeListing(state, new ShortNames(suffix), numbers).of(nodes, fields));
        });
    }

    private void save(String extension, String when, Cluster cluster) {
        if (wanted.savePrefix().isEmpty()) {
            return;
        }
        String name = wanted.savePrefix().get() + "." + extension;
        new OutputFile(console, HailCommand.NAME, name).write(TextWriter.write(cluster));
        console.note("The cluster state " + when + " iallocator run has been written to file '" + name + "'");
    }
}
