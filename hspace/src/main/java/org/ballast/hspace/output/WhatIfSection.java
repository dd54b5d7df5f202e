package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import org.ballast.capacity.whatif.Prospect;
import org.ballast.pages.Bars;
import org.ballast.pages.Bars.Bar;
import org.ballast.pages.Bars.Series;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;
import org.ballast.pages.Tone;
import org.ballast.pages.Unit;

/** The section of the page that compares the cluster with hypothetical changes, as a picture and as a table. */
record WhatIfSection(StudyWords words) {

    /** Returns the section. */
    Section section() {
        List<Prospect> prospects = words.study().prospects();
        WhatIfTable table = new WhatIfTable(words);
        List<Part> parts = new ArrayList<>(List.of(
                new Bars(
                        "Instances that a cluster holds",
                        "",
                        Unit.COUNT,
                        Bars.Scale.AMOUNT,
                        List.of(new Series("existing", Tone.USED), new Series("of the standard size", Tone.ADDED)),
                        prospects.stream()
                                .map(prospect ->
                                        new Bar(table.name(prospect), List.of((double) prospect.instances(), (double)
                                                prospect.standard())))
                                .toList()),
                table(table)));
        prospects.stream()
                .flatMap(prospect -> table.losses(prospect).stream())
                .forEach(loss -> parts.add(new Part.Paragraph(loss + ".")));
        return new Section("What if", parts);
    }

    /** A row for each prospect: their names are longer than what there is to say about them. */
    private Part table(WhatIfTable table) {
        List<List<String>> rows = new ArrayList<>();
        words.study()
                .prospects()
                .forEach(prospect -> rows.add(new ArrayList<>(List.of(breakable(table.name(prospect))))));
        List<Heading> headings = new ArrayList<>(List.of(Heading.words("")));
        for (WhatIfTable.Row row : table.rows(false)) {
            headings.add(Heading.numbers(row.label()));
            for (int k = 0; k < rows.size(); k++) {
                rows.get(k).add(row.cells().get(k));
            }
        }
        return new Part.Table("", headings, rows);
    }

    private static String breakable(String name) {
        return name.replace("/", " / ");
    }
}
