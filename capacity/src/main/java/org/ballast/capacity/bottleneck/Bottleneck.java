package org.ballast.capacity.bottleneck;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.InstanceShape;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Verdict;

/**
 * The reasons for which the next instance of a shape does not fit, node by node.
 *
 * @param shape what it is like
 * @param fits whether it fits after all
 * @param nodes the nodes that may be used, in order
 * @param choices how many choices of nodes are refused, by verdict
 */
public record Bottleneck(InstanceShape shape, boolean fits, List<OfNode> nodes, Map<Verdict, Integer> choices) {
    /** Copies both. */
    public Bottleneck {
        nodes = List.copyOf(nodes);
        Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
        copy.putAll(choices);
        choices = Collections.unmodifiableMap(copy);
    }

    /**
     * One node.
     *
     * @param node its index
     * @param primary what stops the instance there
     * @param secondary what stops its second copy there, beside the best of all possible primary nodes; nothing for
     *     instances without one
     */
    public record OfNode(int node, RoleVerdict primary, Optional<RoleVerdict> secondary) {}

    /** Returns the bottleneck of the present state, which is unchanged afterwards. */
    public static Bottleneck of(ClusterState state, CandidateNodes candidateNodes, InstanceShape shape) {
        return new NodeSurvey(state, candidateNodes, shape).bottleneck();
    }

    /** Returns how many nodes do not run the instance, by reason; those that would are counted as well. */
    public Map<RefusalCause, Integer> primaries() {
        return counts(node -> Stream.of(node.primary()));
    }

    /** Returns how many nodes do not keep a second copy, by reason; those that would are counted as well. */
    public Map<RefusalCause, Integer> secondaries() {
        return counts(node -> node.secondary().stream());
    }

    /** Returns the reason that counts most, over both roles; nothing if the instance fits or there is no node. */
    public Optional<RefusalCause> first() {
        if (fits) {
            return Optional.empty();
        }
        Map<RefusalCause, Integer> all =
                counts(node -> Stream.concat(Stream.of(node.primary()), node.secondary().stream()));
        // A missing partner is the consequence of what stops the others.
        Comparator<RefusalCause> cause = Comparator.comparing(reason -> reason != RefusalCause.NO_PARTNER);
        return all.keySet().stream()
                .filter(reason -> reason != RefusalCause.FITS)
                .max(cause.thenComparing(all::get).thenComparing(Comparator.reverseOrder()));
    }

    private Map<RefusalCause, Integer> counts(Function<OfNode, Stream<RoleVerdict>> stops) {
        Map<RefusalCause, Integer> counts = new EnumMap<>(RefusalCause.class);
        nodes.stream().flatMap(stops).forEach(stop -> counts.merge(stop.reason(), 1, Integer::sum));
        return counts;
    }
}
