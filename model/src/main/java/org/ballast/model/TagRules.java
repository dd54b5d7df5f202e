package org.ballast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules that tags of the cluster switch on. A cluster tag such as {@code htools:iextags:dns} names a prefix; tags
 * of instances or nodes that start with it then mean something:
 *
 * <ul>
 *   <li>{@code htools:iextags:P}: instances that share a tag starting with {@code P} keep to different nodes;
 *   <li>{@code htools:desiredlocation:P}: an instance wants a node whose location tags hold its tags starting with
 *       {@code P};
 *   <li>{@code htools:migration:P}: an instance migrates only to nodes that accept every {@code P:} tag of the node it
 *       leaves;
 *   <li>{@code htools:allowmigration:X::Y}: a node tagged {@code Y} accepts what comes from {@code X} as well;
 *   <li>{@code htools:nlocation:P}: nodes that share a {@code P:} tag are likely to fail together.
 * </ul>
 *
 * <p>Source: hbal(1) of Ganeti 3.0, the sections on tags.
 */
public final class TagRules {
    private static final String EXCLUSION = "htools:iextags:";
    private static final String DESIRED_LOCATION = "htools:desiredlocation:";
    private static final String MIGRATION = "htools:migration:";
    private static final String ALLOW_MIGRATION = "htools:allowmigration:";
    private static final String LOCATION = "htools:nlocation:";
    private static final String PAIR_SEPARATOR = "::";

    private final List<String> exclusionPrefixes;
    private final List<String> desiredLocationPrefixes;
    private final List<String> migrationPrefixes;
    private final List<String> locationPrefixes;
    private final List<AllowedMigration> allowedMigrations;

    private record AllowedMigration(String from, String to) {}

    private TagRules(List<String> clusterTags, List<String> extraExclusionPrefixes) {
        List<String> exclusion = new ArrayList<>(extraExclusionPrefixes);
        exclusion.addAll(suffixes(clusterTags, EXCLUSION));
        exclusionPrefixes = List.copyOf(exclusion);
        desiredLocationPrefixes = suffixes(clusterTags, DESIRED_LOCATION);
        migrationPrefixes = withColon(suffixesOrEmpty(clusterTags, MIGRATION));
        locationPrefixes = withColon(suffixesOrEmpty(clusterTags, LOCATION));
        allowedMigrations = suffixesOrEmpty(clusterTags, ALLOW_MIGRATION).stream()
                .filter(pair -> pair.contains(PAIR_SEPARATOR))
                .map(TagRules::splitPair)
                .filter(pair -> !pair.to().contains(PAIR_SEPARATOR))
                .toList();
    }

    /** Returns the rules that the cluster's tags switch on. */
    public static TagRules of(List<String> clusterTags) {
        return new TagRules(clusterTags, List.of());
    }

    /**
     * Returns the rules that the cluster's tags switch on, with further exclusion rules.
     *
     * @param extraExclusionPrefixes prefixes of instance tags that exclude each other, colon included
     */
    public static TagRules of(List<String> clusterTags, List<String> extraExclusionPrefixes) {
        return new TagRules(clusterTags, extraExclusionPrefixes);
    }

    /** Returns the tags by which the instance excludes others, in its own order and with repetitions. */
    public List<String> exclusionTags(Instance instance) {
        return startingWithAny(instance.tags(), exclusionPrefixes);
    }

    /** Returns the location tags that the instance wants its primary node to have. */
    public Set<String> desiredLocations(Instance instance) {
        return new TreeSet<>(startingWithAny(instance.tags(), desiredLocationPrefixes));
    }

    /** Returns the tags that another node must accept to take over running instances of this one. */
    public Set<String> migrationTags(Node node) {
        return new TreeSet<>(startingWithAny(node.tags(), migrationPrefixes));
    }

    /** Returns the migration tags this node accepts: its own and those allowed to come to it. */
    public Set<String> acceptedMigrationTags(Node node) {
        Set<String> accepted = new TreeSet<>();
        for (String own : migrationTags(node)) {
            accepted.add(own);
            for (AllowedMigration allowed : allowedMigrations) {
                if (allowed.to().equals(own)) {
                    accepted.add(allowed.from());
                }
            }
        }
        return accepted;
    }

    /** Returns the failure domains the node belongs to. */
    public Set<String> locationTags(Node node) {
        return new TreeSet<>(startingWithAny(node.tags(), locationPrefixes));
    }

    private static AllowedMigration splitPair(String pair) {
        int at = pair.indexOf(PAIR_SEPARATOR);
        return new AllowedMigration(pair.substring(0, at), pair.substring(at + PAIR_SEPARATOR.length()));
    }

    private static List<String> startingWithAny(List<String> tags, List<String> prefixes) {
        return tags.stream()
                .filter(tag -> prefixes.stream().anyMatch(tag::startsWith))
                .toList();
    }

    private static List<String> suffixes(List<String> tags, String prefix) {
        return suffixesOrEmpty(tags, prefix).stream()
                .filter(suffix -> !suffix.isEmpty())
                .toList();
    }

    private static List<String> suffixesOrEmpty(List<String> tags, String prefix) {
        return tags.stream()
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .toList();
    }

    private static List<String> withColon(List<String> prefixes) {
        return prefixes.stream().map(prefix -> prefix + ":").toList();
    }
}
