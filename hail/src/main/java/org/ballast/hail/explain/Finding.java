package org.ballast.hail.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to say about one instance of a request. */
public sealed interface Finding {
    /** Returns the instance's name. */
    String instance();

    /**
     * It gets nodes.
     *
     * @param nodes names of its nodes, the primary one first
     * @param groups what came of each group that was looked at; none where nothing was chosen from
     */
    record Granted(String instance, List<String> nodes, List<GroupFinding> groups) implements Finding {
        /** Copies the lists. */
        public Granted {
            nodes = List.copyOf(nodes);
            groups = List.copyOf(groups);
        }
    }

    /**
     * It gets none.
     *
     * @param groups what came of each group that was looked at, the one with the nearest miss first
     */
    record Denied(String instance, List<GroupFinding> groups) implements Finding {
        /** Sorts the groups. */
        public Denied {
            groups = groups.stream()
                    .sorted(Comparator.comparingDouble(
                            group -> group.nearest().map(Miss::distance).orElse(Double.POSITIVE_INFINITY)))
                    .toList();
        }

        /** Returns what came nearest to nodes for the instance. */
        Optional<Miss> nearest() {
            return groups.stream().flatMap(group -> group.nearest().stream()).findFirst();
        }
    }

    /**
     * No node was asked.
     *
     * @param reason why
     */
    record Unasked(String instance, String reason) implements Finding {}

    /** Returns what is in the way, if something can be named that the reply does not say. */
    default Optional<String> nearestMiss() {
        return switch (this) {
            case Granted _, Unasked _ -> Optional.empty();
            case Denied denied -> denied.nearest().map(Miss::sentence);
        };
    }

    /** Returns why there are no nodes, in one line. */
    default String reason() {
        return switch (this) {
            case Granted _ -> "";
            case Unasked unasked -> unasked.reason();
            case Denied denied ->
                denied.nearestMiss()
                        .orElseGet(() -> denied.groups().stream()
                                .map(group -> switch (group) {
                                    case GroupFinding.Closed closed ->
                                        "group " + closed.group() + " " + closed.reason();
                                    case GroupFinding.Asked asked -> "group " + asked.group() + " has no room";
                                })
                                .collect(Collectors.joining("; ")));
        };
    }
}
