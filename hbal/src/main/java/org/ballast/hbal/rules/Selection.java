package org.ballast.hbal.rules;

import static org.ballast.backends.input.Quoted.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ballast.backends.rules.IgnoredNodes;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;

/**
 * Finds the instances or nodes that texts stand for: a name, in full or its first components; a pattern of a name with
 * {@code *} and {@code ?}; {@code tag:} with a tag or a pattern of one; {@code group:} with a group's name or UUID; of
 * instances {@code node:} with a node's name, pattern or tag, for those that have a copy there; or {@code all}.
 */
final class Selection {
    private static final String TAG = "tag:";
    private static final String GROUP = "group:";
    private static final String NODE = "node:";
    private static final String ALL = "all";

    private final String kind;
    private final Cluster cluster;
    private final List<Group> groups;
    private final List<Item> items;
    private final List<String> warnings;

    /** What can be selected. */
    private record Item(String name, List<String> tags, int group, Placement placement) {}

    private Selection(String kind, Cluster cluster, List<Item> items, List<String> warnings) {
        this.kind = kind;
        this.cluster = cluster;
        groups = cluster.groups();
        this.items = items;
        this.warnings = warnings;
    }

    /** Selects among instances; they belong to the group of their primary node. Warnings are added to the list. */
    static Selection ofInstances(Cluster cluster, List<String> warnings) {
        List<Item> items = new ArrayList<>();
        for (Instance instance : cluster.instances()) {
            int group = cluster.nodes().get(instance.placement().primary()).group();
            items.add(new Item(instance.name(), instance.tags(), group, instance.placement()));
        }
        return new Selection("instance", cluster, items, warnings);
    }

    /** Selects among nodes. Warnings are added to the list. */
    static Selection ofNodes(Cluster cluster, List<String> warnings) {
        List<Item> items = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            items.add(new Item(node.name(), node.tags(), node.group(), Placement.on(items.size())));
        }
        return new Selection("node", cluster, items, warnings);
    }

    /** Returns the indices of all that are selected, by a text or a list of texts, in ascending order. */
    List<Integer> select(YamlValue value) {
        TreeSet<Integer> selected = new TreeSet<>();
        for (YamlValue each : value.oneOrMore()) {
            List<Integer> found = find(each, each.text());
            if (found.isEmpty()) {
                warnings.add(each.place() + "no " + kind + " matches " + quoted(each.text()));
            }
            selected.addAll(found);
        }
        return List.copyOf(selected);
    }

    List<Integer> all() {
        return matching(_ -> true);
    }

    private List<Integer> find(YamlValue value, String text) {
        if (text.equals(ALL)) {
            return all();
        }
        if (text.startsWith(TAG)) {
            Pattern pattern = glob(text.substring(TAG.length()), "");
            return matching(i -> items.get(i).tags().stream()
                    .anyMatch(tag -> pattern.matcher(tag).matches()));
        }
        if (text.startsWith(GROUP)) {
            int group = group(value, text.substring(GROUP.length()));
            return matching(i -> items.get(i).group() == group);
        }
        if (text.startsWith(NODE) && !kind.equals("node")) {
            Selection ofNodes = ofNodes(cluster, warnings);
            Set<Integer> nodes = Set.copyOf(ofNodes.find(value, text.substring(NODE.length())));
            return matching(i -> IgnoredNodes.isOn(items.get(i).placement(), nodes));
        }
        if (text.contains("*") || text.contains("?")) {
            Pattern pattern = glob(text, "(\\..*)?");
            return matching(i -> pattern.matcher(items.get(i).name()).matches());
        }
        return List.of(named(value, text));
    }

    private int named(YamlValue value, String name) {
        List<Integer> exact = matching(i -> items.get(i).name().equals(name));
        List<Integer> found =
                exact.isEmpty() ? matching(i -> items.get(i).name().startsWith(name + ".")) : exact;
        if (found.isEmpty()) {
            throw value.refused("there is no " + kind + " " + quoted(name));
        }
        if (found.size() > 1) {
            throw value.refused(quoted(name) + " stands for " + found.size() + " " + kind + "s, among them "
                    + items.get(found.getFirst()).name() + " and "
                    + items.get(found.get(1)).name());
        }
        return found.getFirst();
    }

    private int group(YamlValue value, String name) {
        return IntStream.range(0, groups.size())
                .filter(g -> groups.get(g).name().equals(name)
                        || groups.get(g).uuid().equals(name))
                .findFirst()
                .orElseThrow(() -> value.refused("there is no group " + quoted(name)));
    }

    private List<Integer> matching(IntPredicate wanted) {
        return IntStream.range(0, items.size()).filter(wanted).boxed().toList();
    }

    private static Pattern glob(String text, String suffix) {
        StringBuilder expression = new StringBuilder();
        text.codePoints()
                .forEach(character -> expression.append(
                        switch (character) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(character));
                        }));
        return Pattern.compile(expression + suffix);
    }
}
