package org.ballast.model.rules;

import java.util.List;
import org.ballast.model.Cluster;

/** Why rules cannot be kept, whatever is moved. */
public sealed interface ConflictReason {
    /** Returns the instances for which there is no place, in ascending order. */
    List<Integer> instances();

    /** Returns it as the end of a sentence about the rules. */
    String describe(Cluster cluster);

    /** Nothing may move these instances, and where they are is not where they should be. */
    record Immovable(List<Integer> instances) implements ConflictReason {
        /** Copies the list. */
        public Immovable {
            instances = List.copyOf(instances);
        }

        @Override
        public String describe(Cluster cluster) {
            return RuleWords.instances(cluster, instances) + " cannot be moved";
        }
    }

    /**
     * No node is left.
     *
     * @param role what for: to run there, or for the second copy of their disks
     */
    record NoNode(List<Integer> instances, Copies role) implements ConflictReason {
        /** Copies the list. */
        public NoNode {
            instances = List.copyOf(instances);
        }

        @Override
        public String describe(Cluster cluster) {
            return "no node is left " + (role == Copies.SECONDARY ? "as secondary of " : "for ")
                    + RuleWords.instances(cluster, instances);
        }
    }

    /**
     * Instances have their disks on two nodes, and of the nodes that are left no two go together.
     *
     * @param nodes the nodes that are left for either copy
     */
    record NoPair(List<Integer> instances, List<Integer> nodes) implements ConflictReason {
        /** Copies the lists. */
        public NoPair {
            instances = List.copyOf(instances);
            nodes = List.copyOf(nodes);
        }

        @Override
        public String describe(Cluster cluster) {
            String left = RuleWords.nodes(cluster, nodes);
            return RuleWords.instances(cluster, instances)
                    + (instances.size() == 1
                            ? " has its disks on two nodes, and "
                            : " have their disks on two nodes, and ")
                    + (nodes.size() == 1
                            ? "only " + left + " is left"
                            : "no two of " + left + " may be taken together");
        }
    }

    /**
     * There are fewer places than instances, or copies of them, need.
     *
     * @param copies how many places are needed, if one takes no more than one
     * @param places how many there are for these instances
     * @param limit how many instances one place takes
     * @param word what a place is called
     */
    record TooFewPlaces(List<Integer> instances, long copies, int places, int limit, String word)
            implements ConflictReason {
        /** Copies the list. */
        public TooFewPlaces {
            instances = List.copyOf(instances);
        }

        @Override
        public String describe(Cluster cluster) {
            String what = copies == instances.size()
                    ? instances.size() + (instances.size() == 1 ? " instance" : " instances")
                    : copies + " copies of " + instances.size() + " instances";
            String where = places + " " + word + (places == 1 ? "" : "s");
            return what + ", but only " + where + " for them" + (limit == 1 ? "" : " that take " + limit + " each")
                    + " (" + RuleWords.instances(cluster, instances) + ")";
        }
    }

    /** Instances are to run together, and more than may be in one place. */
    record TooManyTogether(List<Integer> instances, int limit) implements ConflictReason {
        /** Copies the list. */
        public TooManyTogether {
            instances = List.copyOf(instances);
        }

        @Override
        public String describe(Cluster cluster) {
            String names = RuleWords.instances(cluster, instances);
            return limit == 1
                    ? names + " would be both together and apart"
                    : names + " would be together, where at most " + limit + " may be";
        }
    }

    /**
     * No place is left that is open to all of some instances that are to run together.
     *
     * @param word what a place is called
     */
    record NoCommonPlace(List<Integer> instances, String word) implements ConflictReason {
        /** Copies the list. */
        public NoCommonPlace {
            instances = List.copyOf(instances);
        }

        @Override
        public String describe(Cluster cluster) {
            return "no " + word + " is open to all of " + RuleWords.instances(cluster, instances);
        }
    }

    /**
     * Together instances need more than any place that is open to them has.
     *
     * @param resource what there is too little of
     * @param need how much they need
     * @param most how much the largest place has
     */
    record TooLarge(List<Integer> instances, String resource, double need, double most, String word)
            implements ConflictReason {
        /** Copies the list. */
        public TooLarge {
            instances = List.copyOf(instances);
        }

        @Override
        public String describe(Cluster cluster) {
            return RuleWords.instances(cluster, instances) + " need " + Math.round(need) + " " + resource
                    + " together, and no " + word + " that is open to them has more than " + Math.round(most);
        }
    }

    /**
     * Instances are to run on one node, and an exclusion tag keeps them apart.
     *
     * @param tag the tag that they share
     */
    record SharedTag(List<Integer> instances, String tag) implements ConflictReason {
        /** Copies the list. */
        public SharedTag {
            instances = List.copyOf(instances);
        }

        @Override
        public String describe(Cluster cluster) {
            return "the exclusion tag " + tag + " keeps " + RuleWords.instances(cluster, instances) + " apart";
        }
    }
}
