package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.List;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;

/** Which instances stay where they are, and why; those on offline nodes first. */
record StaysSection(Rebalancing rebalancing, PageWords words) {
    /** More rows than this nobody reads. */
    private static final int MOST_ROWS = 500;

    Section section() {
        List<Part> parts = new ArrayList<>();
        add(parts, "Still on offline nodes", stays(true));
        add(parts, "Cannot move where the plan ends", stays(false));
        return new Section("Instances that stay", parts);
    }

    private List<StayReason> stays(boolean offline) {
        return rebalancing.stays().stream()
                .filter(stay -> stay.offline() == offline)
                .toList();
    }

    private void add(List<Part> parts, String title, List<StayReason> stays) {
        if (stays.isEmpty()) {
            return;
        }
        parts.add(new Part.Table(
                title,
                List.of(Heading.words("instance"), Heading.words("on"), Heading.words("why")),
                stays.stream().limit(MOST_ROWS).map(this::row).toList()));
        if (stays.size() > MOST_ROWS) {
            parts.add(new Part.Paragraph("And " + PageWords.count(stays.size() - MOST_ROWS, "more instance") + "."));
        }
    }

    private List<String> row(StayReason stay) {
        return List.of(
                words.instance(stay.instance()),
                words.placement(rebalancing.after().placement(stay.instance())),
                stay.reason());
    }
}
