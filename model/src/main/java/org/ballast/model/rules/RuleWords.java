package org.ballast.model.rules;

import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ballast.model.Cluster;

/** Phrases that the texts of rules share. */
final class RuleWords {
    private static final int MOST_NAMES = 4;

    private RuleWords() {}

    static String instances(Cluster cluster, List<Integer> indices) {
        return names(indices, index -> cluster.instances().get(index).name());
    }

    static String nodes(Cluster cluster, Collection<Integer> indices) {
        return names(
                indices.stream().sorted().toList(),
                index -> cluster.nodes().get(index).name());
    }

    static String across(Places places) {
        return " across " + places.word() + "s";
    }

    static String within(Places places) {
        return " on one " + places.word();
    }

    static String counted(Copies copies) {
        return switch (copies) {
            case PRIMARY -> "";
            case SECONDARY -> ", secondaries only";
            case BOTH -> ", secondaries too";
        };
    }

    static String role(Copies copies) {
        return switch (copies) {
            case PRIMARY -> " as primary";
            case SECONDARY -> " as secondary";
            case BOTH -> "";
        };
    }

    static String kept(Copies copies) {
        return switch (copies) {
            case PRIMARY -> "primary";
            case SECONDARY -> "secondary";
            case BOTH -> "nodes";
        };
    }

    private static String names(List<Integer> indices, IntFunction<String> name) {
        if (indices.isEmpty()) {
            return "none";
        }
        String first = indices.stream().limit(MOST_NAMES).map(name::apply).collect(Collectors.joining(", "));
        int more = indices.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
