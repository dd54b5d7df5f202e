package org.ballast.model.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ballast.model.Cluster;

/**
 * A user's rule about where instances are. Instances and nodes are indices into the {@link Cluster}. A rule is kept if
 * it has no violations; each kind says what counts as one. A search never makes a rule's violations more than they were
 * at the start.
 */
public sealed interface PlacementRule {
    /** Returns the source of the rule. */
    RuleOrigin origin();

    /** Returns the instances it is about, in ascending order and each once. */
    List<Integer> instances();

    /** Returns the name of this kind of rule in files. */
    String kind();

    /** Returns the statement of the rule, in words. */
    String statement(Cluster cluster);

    /** Returns one line with the statement and the source of the rule. */
    default String describe(Cluster cluster) {
        return origin().name().map(name -> name + ", ").orElse("") + statement(cluster) + " (" + origin().source()
                + ")";
    }

    /** Returns the rule's name, or its kind if it has none. */
    default String shortName() {
        return origin().name().orElse(kind());
    }

    /**
     * No two of the instances in one place. Violations: in each place, the instances beyond the first.
     *
     * @param copies which nodes of an instance put it into a place; it counts once there in any case
     */
    record KeepApart(RuleOrigin origin, List<Integer> instances, Places places, Copies copies)
            implements PlacementRule {
        /** Sorts the instances. */
        public KeepApart {
            instances = sorted(instances);
        }

        @Override
        public String kind() {
            return "keep-apart";
        }

        @Override
        public String statement(Cluster cluster) {
            return "keep apart" + RuleWords.across(places) + RuleWords.counted(copies) + ": "
                    + RuleWords.instances(cluster, instances);
        }
    }

    /**
     * All instances run in one place. Violations: the instances outside of the place that has most of them. Only the
     * end of a plan counts: instances that may not be apart for a moment could never leave a node, one after another.
     */
    record KeepTogether(RuleOrigin origin, List<Integer> instances, Places places) implements PlacementRule {
        /** Sorts the instances. */
        public KeepTogether {
            instances = sorted(instances);
        }

        @Override
        public String kind() {
            return "keep-together";
        }

        @Override
        public String statement(Cluster cluster) {
            return "keep together" + RuleWords.within(places) + ": " + RuleWords.instances(cluster, instances);
        }
    }

    /**
     * At most so many of the instances in one place. Violations: in each place, the instances beyond the limit.
     *
     * @param limit how many may be in one place, at least 0
     * @param copies which nodes of an instance put it into a place; it counts once there in any case
     */
    record AtMost(RuleOrigin origin, int limit, List<Integer> instances, Places places, Copies copies)
            implements PlacementRule {
        /** Sorts the instances and checks the limit. */
        public AtMost {
            instances = sorted(instances);
            if (limit < 0) {
                throw new IllegalArgumentException("at most " + limit + " instances make no sense");
            }
        }

        @Override
        public String kind() {
            return "at-most";
        }

        @Override
        public String statement(Cluster cluster) {
            return "at most " + limit + " a " + places.word() + RuleWords.counted(copies) + ": "
                    + RuleWords.instances(cluster, instances);
        }
    }

    /** The two nodes of each instance are in different places. Violations: instances with both nodes in one place. */
    record CopiesApart(RuleOrigin origin, List<Integer> instances, Places places) implements PlacementRule {
        /** Sorts the instances. */
        public CopiesApart {
            instances = sorted(instances);
        }

        @Override
        public String kind() {
            return "copies-apart";
        }

        @Override
        public String statement(Cluster cluster) {
            return "copies apart" + RuleWords.across(places) + ": " + RuleWords.instances(cluster, instances);
        }
    }

    /**
     * Each instance is on these nodes only. Violations: copies elsewhere.
     *
     * @param copies which nodes of an instance must be among them
     */
    record AllowedNodes(RuleOrigin origin, List<Integer> instances, Set<Integer> nodes, Copies copies)
            implements PlacementRule {
        /** Sorts the instances and copies the nodes. */
        public AllowedNodes {
            instances = sorted(instances);
            nodes = Set.copyOf(nodes);
        }

        @Override
        public String kind() {
            return "allowed-nodes";
        }

        @Override
        public String statement(Cluster cluster) {
            return "only on " + RuleWords.nodes(cluster, nodes) + RuleWords.role(copies) + ": "
                    + RuleWords.instances(cluster, instances);
        }
    }

    /**
     * No instance is on these nodes. Violations: copies there.
     *
     * @param copies which nodes of an instance must not be among them
     */
    record ForbiddenNodes(RuleOrigin origin, List<Integer> instances, Set<Integer> nodes, Copies copies)
            implements PlacementRule {
        /** Sorts the instances and copies the nodes. */
        public ForbiddenNodes {
            instances = sorted(instances);
            nodes = Set.copyOf(nodes);
        }

        @Override
        public String kind() {
            return "forbidden-nodes";
        }

        @Override
        public String statement(Cluster cluster) {
            return "not on " + RuleWords.nodes(cluster, nodes) + RuleWords.role(copies) + ": "
                    + RuleWords.instances(cluster, instances);
        }
    }

    /**
     * Each instance stays on the nodes it has at the start. Violations: nodes that are others.
     *
     * @param copies which of its nodes it keeps
     */
    record Pinned(RuleOrigin origin, List<Integer> instances, Copies copies) implements PlacementRule {
        /** Sorts the instances. */
        public Pinned {
            instances = sorted(instances);
        }

        @Override
        public String kind() {
            return "pinned";
        }

        @Override
        public String statement(Cluster cluster) {
            return "pinned to its " + RuleWords.kept(copies) + ": " + RuleWords.instances(cluster, instances);
        }
    }

    /** No instance takes part in any move. Violations: nodes that are others than at the start. */
    record DoNotMove(RuleOrigin origin, List<Integer> instances) implements PlacementRule {
        /** Sorts the instances. */
        public DoNotMove {
            instances = sorted(instances);
        }

        @Override
        public String kind() {
            return "do-not-move";
        }

        @Override
        public String statement(Cluster cluster) {
            return "do not move: " + RuleWords.instances(cluster, instances);
        }
    }

    private static List<Integer> sorted(List<Integer> indices) {
        return List.copyOf(new TreeSet<>(indices));
    }
}
