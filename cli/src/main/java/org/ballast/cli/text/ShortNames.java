package org.ballast.cli.text;

import org.ballast.model.Instance;
import org.ballast.model.Node;

/**
 * Names without the domain that all of a cluster's names end in, as people are shown them.
 *
 * @param suffix the common domain, its dot included; empty if there is none
 */
public record ShortNames(String suffix) {
    /** Returns the node's short name. */
    public String of(Node node) {
        return shortened(node.name());
    }

    /** Returns the instance's short name. */
    public String of(Instance instance) {
        return shortened(instance.name());
    }

    /** Returns a full name without what all names share. */
    public String shortened(String name) {
        return name.substring(0, name.length() - suffix.length());
    }
}
