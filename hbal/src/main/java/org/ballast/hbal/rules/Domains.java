package org.ballast.hbal.rules;

import static org.ballast.backends.input.Quoted.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.Cluster;
import org.ballast.model.rules.Places;

/** The failure domains that a file speaks of: those it defines itself, and those that the nodes' tags tell. */
final class Domains {
    private final Cluster cluster;
    private final Map<String, Places> defined = new LinkedHashMap<>();

    Domains(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Reads the field {@code domains}: by name of a kind of domain, by name of a domain, the nodes in it. */
    void define(YamlValue field, List<String> warnings) {
        field.fields().forEach((name, value) -> defined.put(name, places(name, value, warnings)));
    }

    /** Returns the domains that a rule's field names. */
    Places named(YamlValue value) {
        String text = value.text();
        String name = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        Optional<Places> known = Optional.ofNullable(defined.get(name));
        if (known.isEmpty() && !Places.anyDomain(cluster, name)) {
            throw value.refused("no node has a tag " + quoted(name + ":") + ", and no such domains are defined");
        }
        return known.orElseGet(() -> Places.domains(cluster, name));
    }

    /** Each node that is in none of the domains is one of its own. */
    private Places places(String name, YamlValue domains, List<String> warnings) {
        List<List<Integer>> ofNode = new ArrayList<>();
        cluster.nodes().forEach(node -> ofNode.add(new ArrayList<>()));
        int count = 0;
        for (YamlValue nodes : domains.fields().values()) {
            for (int node : Selection.ofNodes(cluster, warnings).select(nodes)) {
                ofNode.get(node).add(count);
            }
            count++;
        }
        for (List<Integer> mine : ofNode) {
            if (mine.isEmpty()) {
                mine.add(count++);
            }
        }
        return new Places(name, ofNode, count);
    }
}
