package org.ballast.hail.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answers of nodes to an instance in one role.
 *
 * @param role the role
 * @param besides name of the other node of the instance where only one is considered
 * @param asked how many nodes were asked
 * @param willing how many of them would do
 * @param refused the others by their first reason, the one with the nearest miss first
 */
public record RoleFinding(Role role, Optional<String> besides, int asked, int willing, List<Refused> refused) {
    /** Copies the list. */
    public RoleFinding {
        refused = List.copyOf(refused);
    }

    /** The role of a node for an instance. */
    public enum Role {
        /** It runs it. */
        PRIMARY("primary"),
        /** It has the second copy of its disks. */
        SECONDARY("secondary");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        /** Returns the name used in output. */
        public String label() {
            return label;
        }
    }

    /**
     * Nodes that refuse for the same reason.
     *
     * @param reason the first thing that rules them out
     * @param nodes how many they are
     * @param nearest the one that lacks least, all reasons considered
     */
    public record Refused(ExclusionReason reason, int nodes, NearestShortfall nearest) {
        static final Comparator<Refused> NEAREST_FIRST =
                Comparator.comparing(Refused::nearest, NearestShortfall.NEAREST_FIRST);
    }
}
