package org.ballast.model.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ballast.model.Cluster;
import org.ballast.model.Node;

/**
 * The places in which instances meet: single nodes, or failure domains of several nodes.
 *
 * @param word what one place is called, such as {@code rack}
 * @param ofNode the places each node is part of, at least one, numbered from 0
 * @param count how many places there are
 */
public record Places(String word, List<List<Integer>> ofNode, int count) {

    /** Copies the lists. */
    public Places {
        ofNode = ofNode.stream().map(List::copyOf).toList();
    }

    /** Returns the places that are one node each. */
    public static Places nodes(Cluster cluster) {
        List<List<Integer>> ofNode = new ArrayList<>();
        cluster.nodes().forEach(node -> ofNode.add(List.of(ofNode.size())));
        return new Places("node", ofNode, ofNode.size());
    }

    /**
     * Returns the failure domains that tags tell: all nodes with the same tag {@code DOMAIN:...} are one. A node with
     * several such tags is part of several domains; one without is a domain of its own.
     */
    public static Places domains(Cluster cluster, String domain) {
        Map<String, Integer> numbers = new HashMap<>();
        List<List<Integer>> ofNode = new ArrayList<>();
        int count = 0;
        for (Node node : cluster.nodes()) {
            List<Integer> mine = new ArrayList<>();
            for (String tag : domainTags(node, domain)) {
                int number = numbers.getOrDefault(tag, count);
                if (number == count) {
                    numbers.put(tag, count++);
                }
                mine.add(number);
            }
            if (mine.isEmpty()) {
                mine.add(count++);
            }
            ofNode.add(mine);
        }
        return new Places(domain, ofNode, count);
    }

    /** Returns whether any node is in a failure domain of this name. */
    public static boolean anyDomain(Cluster cluster, String domain) {
        return cluster.nodes().stream()
                .anyMatch(node -> !domainTags(node, domain).isEmpty());
    }

    private static TreeSet<String> domainTags(Node node, String domain) {
        TreeSet<String> tags = new TreeSet<>();
        node.tags().stream().filter(tag -> tag.startsWith(domain + ":")).forEach(tags::add);
        return tags;
    }
}
