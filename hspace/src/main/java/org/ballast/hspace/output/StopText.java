package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.bottleneck.Bottleneck;
import org.ballast.capacity.bottleneck.RefusalCause;
import org.ballast.capacity.bottleneck.ResourceDemand;
import org.ballast.capacity.bottleneck.RoleVerdict;

/** The text about what stops the next instance. */
record StopText(StudyWords words, Bottleneck bottleneck) {
    private static final int NEAREST = 3;

    /**
     * A node that is too small in some role.
     *
     * @param distance how much it lacks, in units of what the instance needs
     */
    record TooSmallNode(int node, RoleVerdict stop, double distance) {}

    /** Returns what stops it, and where it is nearest to fit. */
    TextSection section() {
        String heading = "What stops the next instance (" + words.shape(bottleneck.shape()) + ")";
        return TextSection.listing(heading, facts());
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add(summary());
        if (!bottleneck.nodes().isEmpty()) {
            boolean isPaired = bottleneck.shape().requiredNodes() > 1;
            facts.add("as primary: " + counts(bottleneck.primaries()));
            if (isPaired) {
                facts.add("as secondary: " + counts(bottleneck.secondaries()));
            }
            primaries(NEAREST).forEach(each -> facts.add("nearest as primary: " + text(each)));
            secondaries(NEAREST).forEach(each -> facts.add("nearest as secondary: " + text(each)));
            other(RefusalCause.POLICY).ifPresent(facts::add);
            other(RefusalCause.REDUNDANCY).ifPresent(facts::add);
        }
        return facts;
    }

    /** Returns the answer in one sentence. */
    String summary() {
        CandidateNodes candidateNodes = words.study().candidateNodes();
        if (candidateNodes.stopped()) {
            return "the cluster is not healthy: " + words.nodes(candidateNodes.unhealthyNodes())
                    + " could not host the failovers that may come";
        }
        if (bottleneck.nodes().isEmpty()) {
            return "no node may be used";
        }
        if (bottleneck.fits()) {
            return "nothing: one more would fit";
        }
        return bottleneck
                .first()
                .map(reason -> "most often " + reason.label())
                .orElse("no two nodes of a group that would do");
    }

    private String counts(Map<RefusalCause, Integer> counts) {
        int nodes = bottleneck.nodes().size();
        String first = " of " + Amount.count(nodes, "node");
        List<String> parts = new ArrayList<>();
        for (Map.Entry<RefusalCause, Integer> each : ranked(counts)) {
            parts.add(each.getKey().label() + " on " + each.getValue() + (parts.isEmpty() ? first : ""));
        }
        return String.join(", ", parts);
    }

    /** Puts the most frequent reason first, and last the nodes on which nothing stops the instance. */
    static List<Map.Entry<RefusalCause, Integer>> ranked(Map<RefusalCause, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<RefusalCause, Integer> each) -> each.getKey() == RefusalCause.FITS)
                        .thenComparing(Map.Entry.<RefusalCause, Integer>comparingByValue()
                                .reversed()))
                .toList();
    }

    /** Returns the nodes that lack least to run the instance. */
    List<TooSmallNode> primaries(int most) {
        return nearest(most, node -> Stream.of(node.primary()));
    }

    /** Returns the nodes that lack least to keep its second copy. */
    List<TooSmallNode> secondaries(int most) {
        return nearest(most, node -> node.secondary().stream());
    }

    private List<TooSmallNode> nearest(int most, Function<Bottleneck.OfNode, Stream<RoleVerdict>> role) {
        return bottleneck.nodes().stream()
                .flatMap(node -> role.apply(node)
                        .filter(stop ->
                                stop.violation().isEmpty() && !stop.unmet().isEmpty())
                        .map(stop -> new TooSmallNode(node.node(), stop, distance(stop))))
                .sorted(Comparator.comparingDouble(TooSmallNode::distance))
                .limit(most)
                .toList();
    }

    private static double distance(RoleVerdict stop) {
        return stop.unmet().stream()
                .mapToDouble(demand -> demand.lacking() / (double) Math.max(1, demand.needed()))
                .sum();
    }

    private String text(TooSmallNode shortfall) {
        return words.node(shortfall.node()) + beside(shortfall.stop()) + " " + lacking(shortfall.stop());
    }

    /** Returns the primary node with which a node would keep the second copy. */
    String beside(RoleVerdict stop) {
        return stop.other().isPresent() ? " (for " + words.node(stop.other().getAsInt()) + ")" : "";
    }

    /** Returns what there is too little of. */
    static String lacking(RoleVerdict stop) {
        List<ResourceDemand> unmet = stop.unmet();
        return unmet.stream().map(Amount::shortage).collect(Collectors.joining("; "));
    }

    /** Returns what the first node says that refuses the instance for something else than its own resources. */
    private Optional<String> other(RefusalCause reason) {
        return bottleneck.nodes().stream()
                .filter(node -> node.primary().reason() == reason)
                .findFirst()
                .map(node -> words.node(node.node()) + refusal(node.primary()));
    }

    private String refusal(RoleVerdict stop) {
        String violation = stop.violation()
                .map(each -> "'s group does not accept the instance's "
                        + each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse(" has room, but with the instance there ");
        if (stop.violation().isPresent()) {
            return violation;
        }
        return violation
                + (stop.other().isPresent() ? words.node(stop.other().getAsInt()) : "some node")
                + " could no longer fail";
    }
}
