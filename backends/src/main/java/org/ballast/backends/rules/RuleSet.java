package org.ballast.backends.rules;

import java.util.List;
import java.util.stream.Stream;
import org.ballast.model.rules.PlacementRule;

/**
 * The rules of users, from one source or from several.
 *
 * @param rules the rules in the order written
 * @param warnings lines about what is probably not meant so, such as a pattern that nothing matches
 */
public record RuleSet(List<PlacementRule> rules, List<String> warnings) {
    /** Copies the lists. */
    public RuleSet {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /** Returns these and then others. */
    public RuleSet plus(RuleSet others) {
        return new RuleSet(
                Stream.concat(rules.stream(), others.rules.stream()).toList(),
                Stream.concat(warnings.stream(), others.warnings.stream()).toList());
    }
}
