package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.check.Refusal;

/**
 * How near something came to be possible.
 *
 * @param nodes names of the nodes that were considered
 * @param sentence what is in the way, without a full stop
 * @param distance what is missing by what the instance needs; infinite if that cannot be measured
 */
public record Miss(List<String> nodes, String sentence, double distance) {
    /** The nearest first. */
    static final Comparator<Miss> NEAREST_FIRST = Comparator.comparingDouble(Miss::distance);

    /** Copies the names. */
    public Miss {
        nodes = List.copyOf(nodes);
    }

    /** Returns what is in the way of one node, which need not be named more than once. */
    static Miss of(String node, List<Refusal> refusals, Cluster cluster, double distance) {
        List<String> sentences = new ArrayList<>();
        String subject = node + " ";
        for (Refusal refusal : refusals) {
            String sentence = refusal.describe(cluster);
            boolean repeats = !sentences.isEmpty() && sentence.startsWith(subject);
            sentences.add(repeats ? sentence.substring(subject.length()) : sentence);
        }
        return new Miss(List.of(node), String.join("; and ", sentences), distance);
    }

    /** Returns what is in the way if both are. */
    Miss and(Miss other) {
        List<String> both = new ArrayList<>(nodes);
        both.addAll(other.nodes);
        return new Miss(both, sentence + "; and " + other.sentence, Math.max(distance, other.distance));
    }

    /** Returns this miss with something said in addition. */
    Miss adding(String words) {
        return new Miss(nodes, sentence + words, distance);
    }
}
