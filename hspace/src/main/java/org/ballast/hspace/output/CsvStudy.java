package org.ballast.hspace.output;

import java.util.List;
import java.util.Map;
import org.ballast.cli.console.Console;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.forecast.History;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Node;

/**
 * The CSV form of a study: what a cluster has and uses, as a header, then rows for the cluster, its groups and its
 * nodes, one for each resource. {@link org.ballast.hspace.forecast.History} reads them. The columns are described in
 * {@code docs/capacity-format.md}.
 */
public final class CsvStudy {
    private final Console console;

    /** Creates a writer to the results' stream of a console. */
    public CsvStudy(Console console) {
        this.console = console;
    }

    /** Writes a study. */
    public void write(Study study) {
        console.line(CsvLine.of(History.USAGE_COLUMNS));
        Inventory inventory = Inventory.of(study);
        Cluster cluster = study.scenario().cluster();
        String date = study.date().toString();
        inventory
                .cluster()
                .forEach((resource, stock) -> write(new Subject(date, "cluster", "", ""), resource, readable(stock)));
        for (int g = 0; g < cluster.groups().size(); g++) {
            Group group = cluster.groups().get(g);
            write(
                    new Subject(date, "group", group.name(), group.name()),
                    inventory.groups().get(g));
        }
        for (int n = 0; n < cluster.nodes().size(); n++) {
            Node node = cluster.nodes().get(n);
            String group = cluster.groups().get(node.group()).name();
            write(
                    new Subject(date, "node", node.name(), group),
                    inventory.nodes().get(n));
        }
    }

    /** The subject of rows: the cluster, a group or a node. */
    private record Subject(String date, String scope, String name, String group) {}

    /** Histories take no negative usage, which nodes seem to have that report more free than there is. */
    private static Stock readable(Stock stock) {
        return new Stock(
                stock.total(),
                Math.max(0, stock.used()),
                stock.reserved(),
                stock.free(),
                stock.afterStandard(),
                stock.afterTiered());
    }

    private void write(Subject subject, Map<ForecastResource, Stock> stocks) {
        stocks.forEach((resource, stock) -> write(subject, resource, stock));
    }

    private void write(Subject subject, ForecastResource resource, Stock stock) {
        console.line(CsvLine.of(List.of(
                subject.date(),
                subject.scope(),
                CsvLine.guarded(subject.name()),
                CsvLine.guarded(subject.group()),
                resource.label(),
                resource.unit(),
                Numerals.of(stock.total()),
                Numerals.of(stock.used()),
                Numerals.of(stock.reserved()),
                Numerals.of(stock.free()),
                Numerals.of(stock.afterStandard()),
                Numerals.of(stock.afterTiered()))));
    }
}
