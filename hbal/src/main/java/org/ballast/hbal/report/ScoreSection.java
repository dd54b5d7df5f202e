package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;
import org.ballast.pages.Bars;
import org.ballast.pages.Bars.Bar;
import org.ballast.pages.Bars.Series;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;
import org.ballast.pages.Tone;
import org.ballast.pages.Unit;

/** What the score is made of, before and after. */
record ScoreSection(Rebalancing rebalancing) {

    /**
     * One row of the score with its weight in it.
     *
     * @param row which row
     * @param before what it adds to the score before
     * @param after what it adds to the score after
     */
    private record Share(ScoreRow row, double before, double after) {
        boolean isSeen() {
            return Double.isFinite(before) && Double.isFinite(after) && (before > 0 || after > 0);
        }

        boolean isZero() {
            return before == 0 && after == 0;
        }

        Bar bar() {
            double stays = Math.min(before, after);
            return new Bar(row.label(), List.of(stays, before - stays, after - stays));
        }
    }

    Section section() {
        List<Part> parts = new ArrayList<>();
        if (shares().stream().anyMatch(Share::isSeen)) {
            parts.add(bars());
        }
        parts.add(table());
        return new Section("What the score is made of", parts);
    }

    private List<Share> shares() {
        List<Score.Component> before = rebalancing.plan().before().components();
        List<Score.Component> after = rebalancing.plan().after().components();
        return IntStream.range(0, before.size())
                .mapToObj(k -> share(before.get(k), after.get(k)))
                .toList();
    }

    private Share share(Score.Component before, Score.Component after) {
        double weight = rebalancing.weights().of(before.row());
        return new Share(before.row(), weight * before.value(), weight * after.value());
    }

    private Bars bars() {
        boolean isWorse = shares().stream().anyMatch(share -> share.isSeen() && share.after() > share.before());
        List<Series> series =
                new ArrayList<>(List.of(new Series("stays", Tone.AFTER), new Series("goes away", Tone.BEFORE)));
        if (isWorse) {
            series.add(new Series("is added", Tone.ADDED));
        }
        return new Bars(
                "Rows of the score",
                "Each with its weight. The whole bar is what it was.",
                Unit.SCORE,
                Bars.Scale.AMOUNT,
                series,
                shares().stream()
                        .filter(Share::isSeen)
                        .map(Share::bar)
                        .map(bar -> new Bar(bar.name(), bar.amounts().subList(0, series.size())))
                        .toList());
    }

    private Part.Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Share share : shares().stream().filter(each -> !each.isZero()).toList()) {
            rows.add(List.of(
                    share.row().label(),
                    RowName.of(share.row()),
                    Unit.SCORE.text(rebalancing.weights().of(share.row())),
                    PageWords.score(share.before()),
                    PageWords.score(share.after()),
                    change(share.before(), share.after())));
        }
        double before = rebalancing.plan().before().total();
        double after = rebalancing.plan().after().total();
        rows.add(List.of(
                "score",
                "all rows together",
                "",
                PageWords.score(before),
                PageWords.score(after),
                change(before, after)));
        return new Part.Table(
                rows.size() > shares().size() ? "" : "All rows that are not 0",
                List.of(
                        Heading.words("row"),
                        Heading.words("what it is"),
                        Heading.numbers("weight"),
                        Heading.numbers("before"),
                        Heading.numbers("after"),
                        Heading.numbers("change")),
                rows);
    }

    private static String change(double before, double after) {
        if (before == after || !Double.isFinite(after - before)) {
            return "";
        }
        return (after < before ? "−" : "+") + PageWords.score(Math.abs(after - before));
    }
}
