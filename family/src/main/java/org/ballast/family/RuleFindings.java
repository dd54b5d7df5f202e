package org.ballast.family;

import java.util.List;
import java.util.Optional;
import org.ballast.backends.rules.RulePrefix;
import org.ballast.backends.rules.RuleSet;
import org.ballast.backends.rules.RuleTags;
import org.ballast.checker.RuleChecker;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.rules.BrokenRule;

/**
 * The rules that the tags of a cluster ask for.
 *
 * @param rules how many there are
 * @param broken those that are not kept
 * @param warnings lines about tags that are probably not meant so
 */
record RuleFindings(int rules, List<BrokenRule> broken, List<String> warnings) {
    /** Copies the lists. */
    RuleFindings {
        broken = List.copyOf(broken);
        warnings = List.copyOf(warnings);
    }

    /** Looks at the rules; returns nothing if no tag asks for one. */
    static Optional<RuleFindings> of(Cluster cluster) {
        if (!RulePrefix.anyIn(cluster)) {
            return Optional.empty();
        }
        RuleSet set = RuleTags.of(cluster);
        List<BrokenRule> broken = new RuleChecker(cluster, set.rules())
                .broken(cluster.instances().stream().map(Instance::placement).toList());
        return Optional.of(new RuleFindings(set.rules().size(), broken, set.warnings()));
    }

    /** Returns one line for each rule that is not kept. */
    List<String> lines(Cluster cluster) {
        return broken.stream()
                .map(each -> "Rule not kept: " + each.rule().describe(cluster) + ": " + each.violations()
                        + (each.violations() == 1 ? " violation" : " violations"))
                .toList();
    }
}
