package org.ballast.planner.place;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.ballast.model.Node;

/**
 * The user's rules about where instances may go.
 *
 * @param ignoreSoftErrors whether the primary node may break soft limits: N+1, ratios, reserves, exclusion tags
 * @param checkCapacity whether any one node must be able to fail afterwards
 * @param restrictTo the only nodes to consider, by full name; nothing for all
 * @param users rules of users' own, if there are any; they give way where soft errors are ignored and nothing else is left
 */
public record AllocationRules(
        boolean ignoreSoftErrors, boolean checkCapacity, Optional<Set<String>> restrictTo, Optional<RuleFilter> users) {

    /** Copies the names. */
    public AllocationRules {
        restrictTo = restrictTo.map(Set::copyOf);
    }

    /** Creates them without rules of users' own. */
    public AllocationRules(boolean ignoreSoftErrors, boolean checkCapacity, Optional<Set<String>> restrictTo) {
        this(ignoreSoftErrors, checkCapacity, restrictTo, Optional.empty());
    }

    /** Soft limits hold and capacity is checked. */
    public static final AllocationRules STRICT = new AllocationRules(false, true, Optional.empty());

    /** Returns whether new instances may be placed on this node. */
    public boolean permits(Node node) {
        return !node.isOffline() && (restrictTo.isEmpty() || restrictTo.get().contains(node.name()));
    }

    /** Returns these rules, confined to some nodes unless they are confined already. */
    public AllocationRules orRestrictedTo(Optional<? extends Collection<String>> nodes) {
        return restrictTo.isPresent() || nodes.isEmpty()
                ? this
                : new AllocationRules(ignoreSoftErrors, checkCapacity, Optional.of(Set.copyOf(nodes.get())), users);
    }

    /** Returns these rules with others of users' own. */
    public AllocationRules withUsers(Optional<RuleFilter> newUsers) {
        return new AllocationRules(ignoreSoftErrors, checkCapacity, restrictTo, newUsers);
    }
}
