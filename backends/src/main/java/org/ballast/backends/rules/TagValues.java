package org.ballast.backends.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.model.Cluster;

/** Instances grouped by their tags. */
public final class TagValues {
    private TagValues() {}

    /** Returns, for each tag {@code PREFIX:...} that any of the instances has, those that have it. */
    public static SortedMap<String, List<Integer>> of(Cluster cluster, List<Integer> instances, String prefix) {
        SortedMap<String, List<Integer>> groups = new TreeMap<>();
        for (int instance : instances) {
            cluster.instances().get(instance).tags().stream()
                    .distinct()
                    .filter(tag -> tag.startsWith(prefix + ":"))
                    .forEach(tag -> groups.computeIfAbsent(tag, any -> new ArrayList<>())
                            .add(instance));
        }
        return groups;
    }
}
