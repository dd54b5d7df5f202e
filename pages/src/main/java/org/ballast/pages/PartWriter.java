package org.ballast.pages;

import java.util.List;

/** The writer of a section's parts. */
final class PartWriter {
    /** A table of more rows scrolls by itself, under its headings. */
    private static final int MOST_ROWS = 40;
    /** A table of more columns is written smaller. */
    private static final int MOST_COLUMNS = 8;

    private final Markup markup;

    PartWriter(Markup markup) {
        this.markup = markup;
    }

    void write(Part part) {
        switch (part) {
            case Part.Paragraph paragraph -> markup.element("p", paragraph.text());
            case Part.Facts facts -> facts(facts);
            case Part.Table table -> table(table);
            case Part.Chart chart -> figure(Figure.of(chart));
        }
        markup.raw("\n");
    }

    private void facts(Part.Facts facts) {
        if (facts.facts().isEmpty()) {
            return;
        }
        markup.start("dl", "class", "facts");
        for (Part.Fact fact : facts.facts()) {
            markup.start("div").element("dt", fact.label()).element("dd", fact.value());
            if (!fact.note().isEmpty()) {
                markup.element("dd", fact.note(), "class", "note");
            }
            markup.end();
        }
        markup.end();
    }

    private void table(Part.Table table) {
        String style = (table.rows().size() > MOST_ROWS ? " long" : "")
                + (table.headings().size() > MOST_COLUMNS ? " wide" : "");
        markup.start("div", "class", "table" + style).start("table");
        if (!table.caption().isEmpty()) {
            markup.element("caption", table.caption());
        }
        markup.start("thead").start("tr");
        table.headings().forEach(heading -> cell("th", heading.text(), heading));
        markup.end().end().start("tbody").raw("\n");
        for (List<String> row : table.rows()) {
            markup.start("tr");
            for (int k = 0; k < row.size(); k++) {
                cell("td", row.get(k), table.headings().get(k));
            }
            markup.endLine();
        }
        markup.end().end().end();
    }

    private void cell(String element, String text, Part.Heading heading) {
        if (heading.numeric()) {
            markup.element(element, text, "class", "n");
        } else {
            markup.element(element, text);
        }
    }

    private void figure(Figure figure) {
        markup.start("figure").element("figcaption", figure.chart().title());
        if (!figure.chart().note().isEmpty()) {
            markup.element("p", figure.chart().note(), "class", "note");
        }
        List<Figure.Drawing> drawings = figure.drawings();
        if (drawings.isEmpty()) {
            markup.element("p", "There is nothing to show.", "class", "note").end();
            return;
        }
        legend(figure.legend());
        drawing(drawings.getFirst());
        if (drawings.size() > 1) {
            String seen = "Seen above: " + drawings.getFirst().name() + ". The others";
            markup.start("details").element("summary", seen);
            drawings.subList(1, drawings.size()).forEach(drawing -> {
                markup.element("h3", drawing.name());
                drawing(drawing);
            });
            markup.end();
        }
        markup.start("details").element("summary", "The numbers");
        table(figure.numbers());
        markup.end().end();
    }

    private void drawing(Figure.Drawing drawing) {
        markup.start("div", "class", "drawing").raw(drawing.svg()).endLine();
    }

    private void legend(List<Figure.Key> legend) {
        if (legend.isEmpty()) {
            return;
        }
        markup.start("ul", "class", "legend");
        for (Figure.Key key : legend) {
            markup.start("li")
                    .element("span", "", "class", "key " + key.ink().style())
                    .text(key.label())
                    .end();
        }
        markup.end();
    }
}
