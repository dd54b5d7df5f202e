package org.ballast.hail.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The finding about one instance of a request. */
public sealed interface InstanceFinding {
    /** Returns the instance's name. */
    String instance();

    /**
     * An instance that gets nodes.
     *
     * @param nodes names of its nodes, the primary one first
     * @param groups the findings of each group that was searched; none where there was no choice
     */
    record Granted(String instance, List<String> nodes, List<GroupFinding> groups) implements InstanceFinding {
        /** Copies the lists. */
        public Granted {
            nodes = List.copyOf(nodes);
            groups = List.copyOf(groups);
        }
    }

    /**
     * An instance that gets no nodes.
     *
     * @param groups the findings of each group that was searched, the one with the nearest miss first
     */
    record Denied(String instance, List<GroupFinding> groups) implements InstanceFinding {
        /** Sorts the groups. */
        public Denied {
            groups = groups.stream()
                    .sorted(Comparator.comparing(
                            GroupFinding::nearest,
                            (one, other) -> one.isPresent() && other.isPresent()
                                    ? NearestShortfall.NEAREST_FIRST.compare(one.get(), other.get())
                                    : Boolean.compare(one.isEmpty(), other.isEmpty())))
                    .toList();
        }

        /** Returns what came nearest to nodes for the instance. */
        Optional<NearestShortfall> nearest() {
            return groups.stream().flatMap(group -> group.nearest().stream()).findFirst();
        }
    }

    /**
     * An instance whose present nodes stand in the way, wherever it is to go.
     *
     * @param reason why, in a sentence without a full stop
     * @param advice what to do first, if something helps
     */
    record Blocked(String instance, String reason, Optional<String> advice) implements InstanceFinding {
        /** Returns the reason and what to do about it. */
        String words() {
            return reason + advice.map(": "::concat).orElse("");
        }
    }

    /**
     * An instance for which no nodes were searched.
     *
     * @param reason why
     */
    record NotSearched(String instance, String reason) implements InstanceFinding {}

    /** Returns what is in the way, if something can be named that the reply does not say. */
    default Optional<String> nearestMiss() {
        return switch (this) {
            case Granted _, NotSearched _, Blocked _ -> Optional.empty();
            case Denied denied ->
                denied.nearest().filter(NearestShortfall::isNear).map(NearestShortfall::sentence);
        };
    }

    /** Returns what is in the way where nothing comes near, if something can be named that the reply does not say. */
    default Optional<String> obstacle() {
        return switch (this) {
            case Granted _, NotSearched _ -> Optional.empty();
            case Blocked blocked -> Optional.of(blocked.words());
            case Denied denied ->
                denied.nearest().filter(shortfall -> !shortfall.isNear()).map(NearestShortfall::sentence);
        };
    }

    /** Returns why there are no nodes, in one line. */
    default String reason() {
        return switch (this) {
            case Granted _ -> "";
            case NotSearched unasked -> unasked.reason();
            case Blocked blocked -> blocked.words();
            case Denied denied ->
                denied.nearestMiss()
                        .or(denied::obstacle)
                        .orElseGet(() -> denied.groups().stream()
                                .map(group -> switch (group) {
                                    case GroupFinding.Closed closed ->
                                        "group " + closed.group() + " " + closed.reason();
                                    case GroupFinding.SearchedGroup asked -> "group " + asked.group() + " has no room";
                                })
                                .collect(Collectors.joining("; ")));
        };
    }
}
