package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ballast.capacity.bottleneck.Addition;
import org.ballast.capacity.bottleneck.Bottleneck;
import org.ballast.capacity.bottleneck.Expansion;
import org.ballast.capacity.bottleneck.RefusalCause;
import org.ballast.capacity.bottleneck.Reserves.OfGroup;
import org.ballast.capacity.bottleneck.Reserves.OfNode;
import org.ballast.hspace.study.BottleneckDiagnosis;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;

/**
 * The section of the page about what stops the next instance, what more hardware would bring, and what is kept free for
 * failures.
 */
record StopSection(StudyWords words, BottleneckDiagnosis diagnosis) {
    private static final int MOST_ROWS = 5;

    /** Returns the sections. */
    List<Section> sections() {
        return List.of(
                new Section("What stops the next instance", bottleneck()),
                new Section("What more hardware would bring", expansions()),
                new Section("What is kept free for failovers", reserves()));
    }

    private List<Part> bottleneck() {
        Bottleneck bottleneck = diagnosis.bottleneck();
        StopText text = new StopText(words, bottleneck);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(
                "What stops one more instance with " + words.shape(bottleneck.shape()) + ": " + text.summary() + "."));
        if (!bottleneck.nodes().isEmpty()) {
            parts.add(reasons(bottleneck));
            List<List<String>> nearest = new ArrayList<>();
            text.primaries(MOST_ROWS).forEach(each -> nearest.add(row("primary", each)));
            text.secondaries(MOST_ROWS).forEach(each -> nearest.add(row("secondary", each)));
            if (!nearest.isEmpty()) {
                parts.add(new Part.Table(
                        "Nodes that lack least",
                        List.of(
                                Heading.words("node"),
                                Heading.words("as"),
                                Heading.words("beside"),
                                Heading.words("because it")),
                        nearest));
            }
        }
        new HailText(words).facts().forEach(fact -> parts.add(new Part.Paragraph(fact + ".")));
        return parts;
    }

    private List<String> row(String role, StopText.TooSmallNode each) {
        OptionalInt other = each.stop().other();
        return List.of(
                words.node(each.node()),
                role,
                other.isPresent() ? words.node(other.getAsInt()) : "",
                StopText.lacking(each.stop()));
    }

    private static Part reasons(Bottleneck bottleneck) {
        Map<RefusalCause, Integer> primaries = bottleneck.primaries();
        Map<RefusalCause, Integer> secondaries = bottleneck.secondaries();
        Map<RefusalCause, Integer> both = new TreeMap<>(primaries);
        secondaries.forEach((reason, count) -> both.merge(reason, count, Integer::sum));
        boolean isPaired = bottleneck.shape().requiredNodes() > 1;
        List<Heading> headings = new ArrayList<>(List.of(Heading.words("reason"), Heading.numbers("nodes as primary")));
        if (isPaired) {
            headings.add(Heading.numbers("nodes as secondary"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<RefusalCause, Integer> each : StopText.ranked(both)) {
            List<String> row = new ArrayList<>(List.of(
                    each.getKey() == RefusalCause.FITS
                            ? "none: it would do"
                            : each.getKey().label(),
                    Integer.toString(primaries.getOrDefault(each.getKey(), 0))));
            if (isPaired) {
                row.add(Integer.toString(secondaries.getOrDefault(each.getKey(), 0)));
            }
            rows.add(row);
        }
        return new Part.Table("", headings, rows);
    }

    private List<Part> expansions() {
        List<Part> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Expansion expansion : diagnosis.expansions()) {
            expansion.alone().forEach(addition -> rows.add(row(expansion, addition)));
            expansion.together().ifPresent(addition -> rows.add(row(expansion, addition)));
            expansion
                    .hindrance()
                    .ifPresent(
                            hindrance -> parts.add(new Part.Paragraph("Nothing that is added to nodes makes room for "
                                    + expansion.wanted() + " more: " + ExpansionText.hindrance(hindrance) + ".")));
        }
        if (!rows.isEmpty()) {
            parts.addFirst(new Part.Table(
                    "Each of these alone is enough",
                    List.of(
                            Heading.words("for"),
                            Heading.words("add"),
                            Heading.words("where"),
                            Heading.numbers("then fit")),
                    rows));
        }
        return parts;
    }

    private List<String> row(Expansion expansion, Addition addition) {
        return List.of(
                unbroken(expansion.wanted() + " more"),
                unbroken(ExpansionText.amount(addition)) + (addition.least() ? "" : " or a little less"),
                new ExpansionText(words).where(addition),
                Integer.toString(addition.fitting()));
    }

    private static String unbroken(String text) {
        return text.replace(' ', '\u00a0');
    }

    private List<Part> reserves() {
        ReserveText text = new ReserveText(words, diagnosis);
        List<Part> parts = new ArrayList<>();
        List<List<String>> groups = new ArrayList<>();
        List<OfGroup> after = diagnosis.after().groups();
        for (int k = 0; k < after.size(); k++) {
            groups.add(List.of(
                    words.study().groupName(after.get(k).group()),
                    Amount.mebibytes(after.get(k).total()),
                    Amount.mebibytes(diagnosis.before().groups().get(k).memory()),
                    Amount.mebibytes(after.get(k).memory()),
                    Amount.share(after.get(k).memory(), after.get(k).total())));
        }
        parts.add(new Part.Table(
                "",
                List.of(
                        Heading.words("group"),
                        Heading.numbers("memory"),
                        Heading.numbers("kept free now"),
                        Heading.numbers("when filled"),
                        Heading.numbers("share")),
                groups));
        List<List<String>> nodes =
                text.largest(MOST_ROWS).stream().map(this::row).toList();
        if (!nodes.isEmpty()) {
            parts.add(new Part.Table(
                    "Nodes that keep most, when filled",
                    List.of(Heading.words("node"), Heading.words("for the failure of"), Heading.numbers("keeps")),
                    nodes));
        }
        after.forEach(group -> group.tightest()
                .ifPresent(failure -> parts.add(new Part.Paragraph(text.hardest(group, failure) + "."))));
        return parts;
    }

    private List<String> row(OfNode node) {
        return List.of(words.node(node.node()), words.nodes(node.failing()), Amount.mebibytes(node.memory()));
    }
}
