package org.ballast.optimizer.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rules that are not paid for, because they stay broken whatever is done. They are not made worse, but no move is worth
 * anything for bringing them nearer to being kept.
 *
 * @param instances by position of a rule, the instances for which it is waived; a rule that instances share is waived as
 *     a whole
 */
public record WaivedRules(Map<Integer, Set<Integer>> instances) {
    /** All rules count. */
    public static final WaivedRules NONE = new WaivedRules(Map.of());

    /** Copies the sets. */
    public WaivedRules {
        Map<Integer, Set<Integer>> copy = new HashMap<>();
        instances.forEach((rule, members) -> copy.put(rule, Set.copyOf(members)));
        instances = Map.copyOf(copy);
    }

    /** Returns whether no rule is waived. */
    public boolean isEmpty() {
        return instances.isEmpty();
    }

    /** Returns the instances for which a rule is waived. */
    Set<Integer> of(int rule) {
        return instances.getOrDefault(rule, Set.of());
    }

    /** Returns these and others. */
    public WaivedRules plus(WaivedRules others) {
        Map<Integer, Set<Integer>> sum = new HashMap<>();
        instances.forEach((rule, members) -> sum.put(rule, new HashSet<>(members)));
        others.instances.forEach((rule, members) ->
                sum.computeIfAbsent(rule, any -> new HashSet<>()).addAll(members));
        return new WaivedRules(sum);
    }
}
