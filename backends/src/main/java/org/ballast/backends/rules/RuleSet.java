package org.ballast.backends.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ballast.model.rules.PlacementRule;

/**
 * The rules of users, from one source or from several.
 *
 * @param rules the rules in the order written
 * @param neverLive the instances that must not be migrated live
 * @param warnings lines about what is probably not meant so, such as a pattern that nothing matches
 */
public record RuleSet(List<PlacementRule> rules, Set<Integer> neverLive, List<String> warnings) {
    /** Nothing is wanted. */
    public static final RuleSet NONE = new RuleSet(List.of(), Set.of(), List.of());

    /** Copies the lists. */
    public RuleSet {
        rules = List.copyOf(rules);
        neverLive = Set.copyOf(neverLive);
        warnings = List.copyOf(warnings);
    }

    /** Returns these and then others. */
    public RuleSet plus(RuleSet others) {
        Set<Integer> either = new HashSet<>(neverLive);
        either.addAll(others.neverLive);
        return new RuleSet(
                Stream.concat(rules.stream(), others.rules.stream()).toList(),
                either,
                Stream.concat(warnings.stream(), others.warnings.stream()).toList());
    }
}
