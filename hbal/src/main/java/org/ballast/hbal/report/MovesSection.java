package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;

/** The list of moves. */
record MovesSection(Rebalancing rebalancing, PageWords words) {

    private record Column(Heading heading, BiFunction<Integer, StepDetail, String> text) {}

    Section section() {
        List<Column> columns = columns();
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < rebalancing.details().size(); k++) {
            int number = k;
            rows.add(columns.stream()
                    .map(column ->
                            column.text().apply(number, rebalancing.details().get(number)))
                    .toList());
        }
        return new Section(
                "The moves",
                List.of(new Part.Table("", columns.stream().map(Column::heading).toList(), rows)));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Heading.numbers("#"), (k, detail) -> Integer.toString(k + 1)));
        columns.add(new Column(Heading.words("instance"), (k, detail) -> words.instance(step(k))));
        columns.add(new Column(
                Heading.words("move"), (k, detail) -> step(k).move().kind().replace('-', ' ')));
        columns.add(new Column(Heading.words("from"), (k, detail) -> words.placement(step(k).from())));
        columns.add(new Column(Heading.words("to"), (k, detail) -> words.placement(step(k).to())));
        columns.add(new Column(Heading.numbers("score"), (k, detail) -> PageWords.score(step(k).score())));
        columns.add(new Column(
                Heading.numbers("disk"),
                (k, detail) -> PageWords.data(detail.cost().diskMib())));
        columns.add(new Column(
                Heading.numbers("memory"),
                (k, detail) -> PageWords.data(detail.cost().memoryMib())));
        columns.add(new Column(
                Heading.numbers("takes"),
                (k, detail) -> PageWords.seconds(detail.cost().work())));
        if (rebalancing.details().stream().anyMatch(detail -> detail.slot().isPresent())) {
            columns.add(new Column(
                    Heading.numbers("starts"),
                    (k, detail) -> detail.slot()
                            .map(slot -> PageWords.seconds(slot.start()))
                            .orElse("")));
        }
        if (rebalancing.details().stream().anyMatch(detail -> !detail.reason().isEmpty())) {
            columns.add(new Column(Heading.words("why"), (k, detail) -> detail.reason()));
        }
        return columns;
    }

    private Plan.Step step(int k) {
        return rebalancing.plan().steps().get(k);
    }

    /** Returns in words what data a move sends over the network. */
    static String data(Cost cost) {
        List<String> parts = new ArrayList<>();
        if (cost.diskMib() > 0) {
            parts.add(PageWords.mebibytes(cost.diskMib()) + " disk");
        }
        if (cost.memoryMib() > 0) {
            parts.add(PageWords.mebibytes(cost.memoryMib()) + " memory");
        }
        return parts.isEmpty() ? "no data" : String.join(" and ", parts);
    }
}
