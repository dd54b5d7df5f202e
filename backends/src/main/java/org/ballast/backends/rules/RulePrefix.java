package org.ballast.backends.rules;

import java.util.List;
import org.ballast.model.Cluster;

/**
 * The beginning of all tags that state rules. It stands apart from their parser, so that to look for it loads nothing.
 */
public final class RulePrefix {
    static final String TEXT = "ballast:";

    private RulePrefix() {}

    /** Returns whether any tag of a cluster, of its nodes or of its instances asks for a rule. */
    public static boolean anyIn(Cluster cluster) {
        return anyOf(cluster.tags())
                || cluster.nodes().stream().anyMatch(node -> anyOf(node.tags()))
                || cluster.instances().stream().anyMatch(instance -> anyOf(instance.tags()));
    }

    private static boolean anyOf(List<String> tags) {
        for (String tag : tags) {
            if (tag.startsWith(TEXT)) {
                return true;
            }
        }
        return false;
    }
}
