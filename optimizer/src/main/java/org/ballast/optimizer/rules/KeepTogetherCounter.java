package org.ballast.optimizer.rules;

import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;

/** The rule that all instances run in one place: those outside of the fullest place are too many. */
final class KeepTogetherCounter extends SharedRuleCounter {
    private final int[] residents;
    /** How many places have so many residents. */
    private final int[] placesWith;

    /** How many residents the fullest place has. */
    private int top;

    KeepTogetherCounter(PlacementRule.KeepTogether rule, InitialPlacements homes) {
        this(rule, homes, new PlaceTable(rule.places()));
    }

    private KeepTogetherCounter(PlacementRule.KeepTogether rule, InitialPlacements homes, PlaceTable places) {
        super(rule, places, Copies.PRIMARY);
        residents = new int[places.count];
        placesWith = new int[rule.instances().size() + 1];
        placesWith[0] = places.count;
        beginAt(homes);
    }

    private KeepTogetherCounter(KeepTogetherCounter other) {
        super(other);
        residents = other.residents.clone();
        placesWith = other.placesWith.clone();
        top = other.top;
    }

    @Override
    RuleCounter copy() {
        return new KeepTogetherCounter(this);
    }

    @Override
    int rise(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        relocation.compare(fromPrimary, fromSecondary, primary, secondary);
        int arriving = (primary >= 0 ? 1 : 0) - (fromPrimary >= 0 ? 1 : 0);
        return arriving - (topAfter() - top);
    }

    /** In between they may be apart: otherwise they could never leave a node, one after another. */
    @Override
    boolean forbids(int instance, int fromPrimary, int fromSecondary, int primary, int secondary) {
        return false;
    }

    /** Each place gains or loses one resident at most, so the top changes by one at most. */
    private int topAfter() {
        int atTop = placesWith[top];
        for (int k = 0; k < relocation.enteredCount; k++) {
            int there = residents[relocation.entered[k]];
            if (there == top) {
                return top + 1;
            }
            atTop += there == top - 1 ? 1 : 0;
        }
        for (int k = 0; k < relocation.leftCount; k++) {
            atTop -= residents[relocation.left[k]] == top ? 1 : 0;
        }
        return atTop > 0 ? top : top - 1;
    }

    @Override
    void enter(int fromPrimary, int fromSecondary, int primary, int secondary) {
        relocation.compare(fromPrimary, fromSecondary, primary, secondary);
        top = topAfter();
        for (int k = 0; k < relocation.enteredCount; k++) {
            change(relocation.entered[k], 1);
        }
        for (int k = 0; k < relocation.leftCount; k++) {
            change(relocation.left[k], -1);
        }
    }

    private void change(int place, int difference) {
        placesWith[residents[place]]--;
        residents[place] += difference;
        placesWith[residents[place]]++;
    }
}
