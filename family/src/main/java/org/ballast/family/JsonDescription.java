package org.ballast.family;

import java.util.List;
import org.ballast.backends.LoadedCluster;
import org.ballast.cli.console.Console;
import org.ballast.cli.json.JsonDocument;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Score;

/** The description as one document of the format {@code ballast-cluster}. */
final class JsonDescription implements Description {
    private static final String FORMAT = "ballast-cluster";
    private static final int VERSION = 1;

    private final Console console;

    JsonDescription(Console console) {
        this.console = console;
    }

    @Override
    public void loaded(LoadedCluster loaded) {
        // The document is written at once, when nothing can fail any more.
    }

    @Override
    public void groups(ClusterOverview overview) {
        // See above.
    }

    @Override
    public void score(ClusterOverview overview) {
        Cluster cluster = overview.state().scenario().cluster();
        try (JsonDocument document = JsonDocument.start(console, FORMAT, VERSION)) {
            document.put("tags", cluster.tags());
            document.put("nodes", cluster.nodes().size());
            document.put("instances", cluster.instances().size());
            document.put("n1_happy", overview.isHealthy());
            document.put(
                    "split_instances",
                    overview.splitInstances().stream().map(Instance::name).toList());
            document.startArray("groups");
            for (ClusterOverview.GroupOverview group : overview.groups()) {
                write(document, group, cluster);
            }
            document.endArray();
            write(document, overview.score());
        }
    }

    private static void write(JsonDocument document, ClusterOverview.GroupOverview group, Cluster cluster) {
        List<String> badNodes = group.health().badNodes().stream()
                .map(node -> cluster.nodes().get(node).name())
                .toList();
        document.startObject();
        document.put("name", group.group().name());
        document.put("uuid", group.group().uuid());
        document.put("nodes", group.nodes());
        document.put("instances", group.instances());
        document.put("n1_happy", group.health().isGood());
        document.put("bad_nodes", badNodes);
        document.put("bad_instances", group.health().badInstances());
        document.put("score", group.score());
        document.endObject();
    }

    private static void write(JsonDocument document, Score score) {
        document.startObject("score");
        document.put("total", score.total());
        document.startArray("components");
        for (Score.Component component : score.components()) {
            document.startObject();
            document.put("name", component.row().label());
            document.put("weight", component.weight());
            document.put("value", component.value());
            document.endObject();
        }
        document.endArray();
        document.endObject();
    }
}
