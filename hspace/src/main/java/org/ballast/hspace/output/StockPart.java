package org.ballast.hspace.output;

import java.util.List;
import java.util.Map;
import org.ballast.cli.json.JsonDocument;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.study.Study;
import org.ballast.model.Group;
import org.ballast.model.Node;

/**
 * The part of the document about what the cluster, its groups and its nodes have of each resource, in the figures of
 * the CSV form.
 */
final class StockPart {
    private final CapacityFields fields;
    private final JsonDocument document;

    StockPart(CapacityFields fields) {
        this.fields = fields;
        document = fields.document();
    }

    void write(Study study) {
        Inventory inventory = Inventory.of(study);
        List<Node> nodes = study.scenario().cluster().nodes();
        List<Group> groups = study.scenario().cluster().groups();
        fields.object("cluster", () -> {
            counts(nodes);
            fields.number("score", study.before().score());
            stocks(inventory.cluster());
        });
        document.startArray("groups");
        for (int g = 0; g < groups.size(); g++) {
            int index = g;
            Group group = groups.get(g);
            document.startObject();
            document.put("name", group.name());
            document.put("uuid", group.uuid());
            document.put("allocation_policy", group.allocationPolicy().label());
            counts(nodes.stream().filter(node -> node.group() == index).toList());
            stocks(inventory.groups().get(g));
            document.endObject();
        }
        document.endArray();
        document.startArray("nodes");
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            document.startObject();
            document.put("name", node.name());
            document.put("group", fields.group(node.group()));
            document.put("offline", node.isOffline());
            stocks(inventory.nodes().get(n));
            document.endObject();
        }
        document.endArray();
    }

    private void counts(List<Node> nodes) {
        document.put("nodes", nodes.size());
        document.put("offline_nodes", nodes.stream().filter(Node::isOffline).count());
    }

    private void stocks(Map<ForecastResource, Stock> stocks) {
        for (ForecastResource resource : ForecastResource.values()) {
            if (stocks.containsKey(resource)) {
                Stock stock = stocks.get(resource);
                fields.object(resource.label(), () -> stock(stock));
            } else {
                document.putNull(resource.label());
            }
        }
    }

    private void stock(Stock stock) {
        fields.number("total", stock.total());
        fields.number("used", stock.used());
        fields.number("reserved", stock.reserved());
        fields.number("free", stock.free());
        fields.number("after_standard", stock.afterStandard());
        fields.number("after_tiered", stock.afterTiered());
    }
}
