package org.ballast.optimizer.rules;

import java.util.Set;
import org.ballast.model.rules.PlacementRule;

/**
 * One rule, and the count of its violations while instances change their places. Nodes are indices; -1 stands for none.
 */
abstract sealed class RuleCounter permits InstanceRuleCounter, SharedRuleCounter {
    /** What a violation weighs that the start did not have: no number of repairs elsewhere makes up for it. */
    static final int WORSE = 1000;

    private final PlacementRule rule;
    private int violations;
    private int weight;

    RuleCounter(PlacementRule rule) {
        this.rule = rule;
    }

    RuleCounter(RuleCounter other) {
        rule = other.rule;
        violations = other.violations;
        weight = other.weight;
    }

    /** Returns the same count once more, to go on by itself. */
    abstract RuleCounter copy();

    /** Returns by how many violations the count would change if the instance changed its nodes. */
    abstract int rise(int instance, int fromPrimary, int fromSecondary, int primary, int secondary);

    /** Returns by how much the weight of all violations would change if the instance changed its nodes. */
    abstract int weightRise(int instance, int fromPrimary, int fromSecondary, int primary, int secondary);

    /** Returns whether a plan may not have such a change as its next move. */
    abstract boolean forbids(int instance, int fromPrimary, int fromSecondary, int primary, int secondary);

    /** Writes down what {@link #rise} needs to know about where instances are. */
    abstract void enter(int fromPrimary, int fromSecondary, int primary, int secondary);

    final PlacementRule rule() {
        return rule;
    }

    final int violations() {
        return violations;
    }

    final int weight() {
        return weight;
    }

    /** Moves an instance and returns by how much the weight of all violations changed. */
    final int place(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        int change = weightRise(instance, fromPrimary, fromSecondary, primary, secondary);
        violations += rise(instance, fromPrimary, fromSecondary, primary, secondary);
        weight += change;
        enter(fromPrimary, fromSecondary, primary, secondary);
        return change;
    }

    /** Takes what was counted so far as the start. */
    final void begin(int startViolations) {
        violations = startViolations;
        weight = startViolations;
    }

    /** Returns what violations weigh; of a rule that is waived, those that the start had weigh the same throughout. */
    static int weigh(int violations, int atStart, boolean isWaived) {
        if (violations <= atStart) {
            return isWaived ? atStart : violations;
        }
        return atStart + WORSE * (violations - atStart);
    }

    /** Returns what violations weigh if a part that is repaired is worth nothing. */
    static int weighWhole(int violations, int atStart) {
        return violations == 0 ? 0 : weigh(violations, atStart, true);
    }

    /** Lets repairs count for nothing: of an instance's, or of all that share the rule. */
    abstract void waive(Set<Integer> instances);

    /** Returns whether repairs count for nothing. */
    abstract boolean isWaived(int instance);

    /** Returns the weight of all violations if a part that is repaired is worth nothing. */
    abstract int wholeWeight(int[] primary, int[] secondary);

    /** Returns the instances for which there are fewer violations than at the start, but still some; or all that share it. */
    abstract Set<Integer> partlyRepaired(int[] primary, int[] secondary);
}
