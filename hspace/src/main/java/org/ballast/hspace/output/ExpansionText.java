package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ballast.capacity.bottleneck.Addition;
import org.ballast.capacity.bottleneck.Expansion;
import org.ballast.capacity.bottleneck.NodeHardware;

/** The text about hardware that would have to be added. */
record ExpansionText(StudyWords words) {

    /** Returns a section for each number of instances more. */
    List<TextSection> sections(List<Expansion> expansions) {
        return expansions.stream()
                .map(expansion -> TextSection.listing(heading(expansion), facts(expansion)))
                .toList();
    }

    private static String heading(Expansion expansion) {
        String goal = "To fit " + expansion.wanted() + " more";
        if (expansion.hindrance().isPresent()) {
            return goal;
        }
        return goal + (expansion.alone().size() > 1 ? ", add any one of these" : ", add this");
    }

    private List<String> facts(Expansion expansion) {
        if (expansion.hindrance().isPresent()) {
            return List.of("nothing that is added to nodes would help: "
                    + hindrance(expansion.hindrance().get()));
        }
        List<String> facts = new ArrayList<>();
        expansion.alone().forEach(addition -> facts.add(fact(expansion, addition)));
        expansion
                .together()
                .ifPresent(addition -> facts.add(fact(expansion, addition) + "; no single resource would do"));
        return facts;
    }

    private String fact(Expansion expansion, Addition addition) {
        String separator = addition.nodes().size() == 1 ? " " : ": ";
        return amount(addition) + separator + where(addition) + remark(expansion, addition);
    }

    /** Returns how much is added in all. */
    static String amount(Addition addition) {
        return addition.resources().stream()
                .map(resource -> Amount.of(resource, addition.total().amount(resource)))
                .collect(Collectors.joining(", "));
    }

    /** Returns on which nodes, and how much on each of them. */
    String where(Addition addition) {
        if (addition.nodes().size() == 1) {
            return "on " + words.node(addition.nodes().firstKey());
        }
        Map<NodeHardware, List<Integer>> nodes = new LinkedHashMap<>();
        addition.nodes()
                .forEach((node, each) ->
                        nodes.computeIfAbsent(each, _ -> new ArrayList<>()).add(node));
        return StudyWords.some(nodes.entrySet().stream()
                .map(same -> each(addition, same.getKey()) + " on "
                        + (same.getValue().size() > 1 ? "each of " : "") + words.nodes(same.getValue()))
                .toList());
    }

    /** What the amounts are of needs to be said only where it differs. */
    private static String each(Addition addition, NodeHardware hardware) {
        boolean isOne = addition.resources().size() == 1;
        return addition.resources().stream()
                .filter(resource -> hardware.amount(resource) > 0)
                .map(resource -> isOne
                        ? Amount.bare(resource, hardware.amount(resource))
                        : Amount.of(resource, hardware.amount(resource)))
                .collect(Collectors.joining(" and "));
    }

    /** Returns a remark about it. */
    static String remark(Expansion expansion, Addition addition) {
        int more = addition.fitting() - expansion.fitting();
        return (more > expansion.wanted() ? "; then " + more + " more fit" : "")
                + (addition.least() ? "" : "; a little less may do");
    }

    /** Returns why nothing helps. */
    static String hindrance(Expansion.Obstacle hindrance) {
        return hindrance.label();
    }
}
