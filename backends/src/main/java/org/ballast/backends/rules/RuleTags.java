package org.ballast.backends.rules;

import static org.ballast.backends.input.Quoted.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;
import org.jspecify.annotations.Nullable;

/**
 * The rules that tags state. Tags of the cluster are about instances that share a tag, tags of an instance or of a node
 * about itself:
 *
 * <ul>
 *   <li>{@code ballast:keep-apart:P} and {@code ballast:keep-together:P}: instances that share a tag {@code P:...};
 *   <li>{@code ballast:at-most:N:P}: no more than N of them; without {@code P}, of all instances;
 *   <li>{@code @D} behind one of these: in each failure domain {@code D:...}, instead of on each node;
 *   <li>{@code ballast:copies-apart:D}: of all instances;
 *   <li>{@code ballast:do-not-move}, {@code ballast:pinned} (the primary), {@code ballast:pinned:both},
 *       {@code ballast:pinned:secondary};
 *   <li>{@code ballast:ignore}, of a node: plans leave it alone;
 *   <li>{@code ballast:no-live-migration}: it is failed over where others are migrated;
 *   <li>{@code ballast:allowed-nodes:T} and {@code ballast:forbidden-nodes:T}: nodes that have the tag {@code T}; of
 *       several allowed ones, any.
 * </ul>
 */
public final class RuleTags {
    private static final String PREFIX = RulePrefix.TEXT;
    private static final Pattern SHARED =
            Pattern.compile("ballast:(?<kind>keep-apart|keep-together):(?<tag>[^@]+)(@(?<domain>.+))?");
    private static final Pattern LIMITED =
            Pattern.compile("ballast:at-most:(?<limit>\\d{1,9})(:(?<tag>[^@]+))?(@(?<domain>.+))?");
    private static final Pattern COPIES = Pattern.compile("ballast:copies-apart:(?<domain>.+)");
    private static final Pattern STAYING = Pattern.compile("ballast:(do-not-move|pinned(:(both|secondary))?)");
    private static final String NO_LIVE_MIGRATION = "ballast:no-live-migration";
    private static final Pattern NODES = Pattern.compile("ballast:(?<kind>allowed|forbidden)-nodes:(?<tag>.+)");

    private final Cluster cluster;
    private final List<PlacementRule> rules = new ArrayList<>();
    private final Set<Integer> neverLive = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    private RuleTags(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns the rules that the tags of a cluster, of its nodes and of its instances ask for, with warnings about misspelt ones. */
    public static RuleSet of(Cluster cluster) {
        RuleTags tags = new RuleTags(cluster);
        new LinkedHashSet<>(cluster.tags()).forEach(tags::readOfCluster);
        tags.readOfNodes();
        tags.readOfInstances();
        return new RuleSet(tags.rules, tags.neverLive, tags.warnings);
    }

    private void readOfCluster(String tag) {
        if (!tag.startsWith(PREFIX)) {
            return;
        }
        Matcher shared = SHARED.matcher(tag);
        Matcher limited = LIMITED.matcher(tag);
        Matcher copies = COPIES.matcher(tag);
        if (shared.matches()) {
            Places places = places(tag, shared.group("domain"));
            boolean apart = shared.group("kind").equals("keep-apart");
            sharing(tag, shared.group("tag"))
                    .forEach((origin, instances) -> rules.add(
                            apart
                                    ? new PlacementRule.KeepApart(origin, instances, places, Copies.PRIMARY)
                                    : new PlacementRule.KeepTogether(origin, instances, places)));
        } else if (limited.matches()) {
            Places places = places(tag, limited.group("domain"));
            int limit = Integer.parseInt(limited.group("limit"));
            Map<RuleOrigin, List<Integer>> groups = limited.group("tag") == null
                    ? Map.of(RuleOrigin.in("tag " + tag), all())
                    : sharing(tag, limited.group("tag"));
            groups.forEach((origin, instances) ->
                    rules.add(new PlacementRule.AtMost(origin, limit, instances, places, Copies.PRIMARY)));
        } else if (copies.matches()) {
            rules.add(new PlacementRule.CopiesApart(
                    RuleOrigin.in("tag " + tag), all(), places(tag, copies.group("domain"))));
        } else {
            warnings.add("cluster: tag " + quoted(tag) + ": not understood");
        }
    }

    private Map<RuleOrigin, List<Integer>> sharing(String tag, String prefix) {
        Map<RuleOrigin, List<Integer>> groups = new LinkedHashMap<>();
        TagValues.of(cluster, all(), prefix)
                .forEach((value, instances) -> groups.put(RuleOrigin.in("tag " + tag + ", " + value), instances));
        if (groups.isEmpty()) {
            warnings.add("cluster: tag " + quoted(tag) + ": no instance has a tag " + quoted(prefix + ":"));
        }
        return groups;
    }

    private Places places(String tag, @Nullable String domain) {
        if (domain == null) {
            return Places.nodes(cluster);
        }
        if (!Places.anyDomain(cluster, domain)) {
            warnings.add("cluster: tag " + quoted(tag) + ": no node has a tag " + quoted(domain + ":"));
        }
        return Places.domains(cluster, domain);
    }

    private void readOfNodes() {
        for (Node node : cluster.nodes()) {
            for (String tag : new LinkedHashSet<>(node.tags())) {
                if (tag.startsWith(PREFIX) && !tag.equals(IgnoredNodes.TAG)) {
                    warnings.add(node.name() + ": tag " + quoted(tag) + ": not understood");
                }
            }
        }
        rules.addAll(IgnoredNodes.byTags(cluster));
    }

    /** Instances with the same tags of one kind share a rule. */
    private void readOfInstances() {
        Map<String, List<Integer>> staying = new LinkedHashMap<>();
        Map<List<String>, List<Integer>> allowed = new LinkedHashMap<>();
        Map<String, List<Integer>> forbidden = new LinkedHashMap<>();
        for (int i : all()) {
            Instance instance = cluster.instances().get(i);
            List<String> allowedHere = new ArrayList<>();
            for (String tag : new LinkedHashSet<>(instance.tags())) {
                Matcher nodes = NODES.matcher(tag);
                if (STAYING.matcher(tag).matches()) {
                    staying.computeIfAbsent(tag, any -> new ArrayList<>()).add(i);
                } else if (tag.equals(NO_LIVE_MIGRATION)) {
                    neverLive.add(i);
                } else if (nodes.matches() && nodes.group("kind").equals("allowed")) {
                    allowedHere.add(tag);
                } else if (nodes.matches()) {
                    forbidden.computeIfAbsent(tag, any -> new ArrayList<>()).add(i);
                } else if (tag.startsWith(PREFIX)) {
                    warnings.add(instance.name() + ": tag " + quoted(tag) + ": not understood");
                }
            }
            if (!allowedHere.isEmpty()) {
                allowedHere.sort(String::compareTo);
                allowed.computeIfAbsent(allowedHere, any -> new ArrayList<>()).add(i);
            }
        }
        staying.forEach((tag, instances) -> rules.add(staying(tag, instances)));
        allowed.forEach((tags, instances) -> rules.add(new PlacementRule.AllowedNodes(
                RuleOrigin.in("tag " + String.join(" or ", tags)), instances, nodes(tags), Copies.BOTH)));
        forbidden.forEach((tag, instances) -> rules.add(new PlacementRule.ForbiddenNodes(
                RuleOrigin.in("tag " + tag), instances, nodes(List.of(tag)), Copies.BOTH)));
    }

    private static PlacementRule staying(String tag, List<Integer> instances) {
        RuleOrigin origin = RuleOrigin.in("tag " + tag);
        return switch (tag) {
            case "ballast:pinned" -> new PlacementRule.Pinned(origin, instances, Copies.PRIMARY);
            case "ballast:pinned:both" -> new PlacementRule.Pinned(origin, instances, Copies.BOTH);
            case "ballast:pinned:secondary" -> new PlacementRule.Pinned(origin, instances, Copies.SECONDARY);
            default -> new PlacementRule.DoNotMove(origin, instances);
        };
    }

    private Set<Integer> nodes(List<String> tags) {
        Set<Integer> found = new HashSet<>();
        for (String tag : tags) {
            Matcher matcher = NODES.matcher(tag);
            String wanted = matcher.matches() ? matcher.group("tag") : tag;
            Set<Integer> having = new HashSet<>();
            for (int n = 0; n < cluster.nodes().size(); n++) {
                if (cluster.nodes().get(n).tags().contains(wanted)) {
                    having.add(n);
                }
            }
            if (having.isEmpty()) {
                warnings.add("tag " + quoted(tag) + ": no node has the tag " + quoted(wanted));
            }
            found.addAll(having);
        }
        return found;
    }

    private List<Integer> all() {
        return IntStream.range(0, cluster.instances().size()).boxed().toList();
    }
}
