package org.ballast.model.rules;

import java.util.Optional;

/**
 * The source of a rule: its name, and where it was read.
 *
 * @param name what the user calls the rule
 * @param source where it is written, such as {@code rules.yaml:4}
 */
public record RuleOrigin(Optional<String> name, String source) {
    /** Returns the origin of a rule without a name. */
    public static RuleOrigin in(String source) {
        return new RuleOrigin(Optional.empty(), source);
    }
}
