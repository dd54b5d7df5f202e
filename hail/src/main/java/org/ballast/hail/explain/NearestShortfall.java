package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ballast.checker.Refusal;
import org.ballast.model.Cluster;

/**
 * The shortfall of a choice of nodes, with its distance from being possible.
 *
 * @param nodes names of the nodes that were considered
 * @param sentence what is in the way, without a full stop
 * @param distance what is missing by what the instance needs; infinite if that cannot be measured
 * @param isNear whether more of something would do; not so on nodes that are offline or report no figures
 */
public record NearestShortfall(List<String> nodes, String sentence, double distance, boolean isNear) {
    /** The nearest first, and what is near at all before what is not. */
    static final Comparator<NearestShortfall> NEAREST_FIRST =
            Comparator.comparing(NearestShortfall::isNear).reversed().thenComparingDouble(NearestShortfall::distance);

    /** Copies the names. */
    public NearestShortfall {
        nodes = List.copyOf(nodes);
    }

    NearestShortfall(List<String> nodes, String sentence, double distance) {
        this(nodes, sentence, distance, true);
    }

    /** Returns what is in the way where nothing that could be added would help. */
    static NearestShortfall hopeless(List<String> nodes, String sentence) {
        return new NearestShortfall(nodes, sentence, Double.POSITIVE_INFINITY, false);
    }

    /** Returns what is in the way of one node, which need not be named more than once. */
    static NearestShortfall of(String node, List<Refusal> refusals, Cluster cluster, double distance) {
        List<String> sentences = new ArrayList<>();
        String subject = node + " ";
        for (Refusal refusal : refusals) {
            String sentence = refusal.describe(cluster);
            boolean repeats =
                    !sentences.isEmpty() && sentences.getFirst().startsWith(subject) && sentence.startsWith(subject);
            sentences.add(repeats ? sentence.substring(subject.length()) : sentence);
        }
        return new NearestShortfall(List.of(node), String.join("; and ", sentences), distance);
    }

    /** Returns what is in the way if both are. */
    NearestShortfall and(NearestShortfall other) {
        List<String> both = new ArrayList<>(nodes);
        both.addAll(other.nodes);
        return new NearestShortfall(
                both, sentence + "; and " + other.sentence, Math.max(distance, other.distance), isNear && other.isNear);
    }

    /** Returns this miss with something said in addition. */
    NearestShortfall adding(String words) {
        return new NearestShortfall(nodes, sentence + words, distance, isNear);
    }
}
