package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where all instances are, as Timefold sees it. Timefold keeps a copy of each best assignment, and hardly ever looks into
 * one: a copy is two arrays of node indices until somebody asks for its guests.
 */
@PlanningSolution(solutionCloner = AssignmentCloner.class)
public final class Assignment {
    static final String NODES = "nodes";

    final AnnealingRun annealingRun;
    private final int[] primaries;
    private final int[] secondaries;
    private @Nullable List<PlannedInstance> guests;

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /** Guests that have changed since the draft was last made equal to this assignment. */
    private final List<PlannedInstance> marked = new ArrayList<>();

    private Assignment(
            AnnealingRun annealingRun, int[] primaries, int[] secondaries, @Nullable HardMediumSoftLongScore score) {
        this.annealingRun = annealingRun;
        this.primaries = primaries;
        this.secondaries = secondaries;
        this.score = score;
    }

    /** Returns the assignment that a draft holds now. */
    static Assignment ofDraft(AnnealingRun annealingRun) {
        int[] movable = annealingRun.movable;
        int[] primaries = new int[movable.length];
        int[] secondaries = new int[movable.length];
        for (int g = 0; g < movable.length; g++) {
            primaries[g] = annealingRun.targetAssignment.primary(movable[g]);
            secondaries[g] = annealingRun.targetAssignment.secondary(movable[g]);
        }
        return new Assignment(annealingRun, primaries, secondaries, null);
    }

    Assignment copy() {
        int[] copiedPrimaries = primaries.clone();
        int[] copiedSecondaries = secondaries.clone();
        if (guests != null) {
            for (int g = 0; g < guests.size(); g++) {
                PlannedInstance plannedInstance = guests.get(g);
                copiedPrimaries[g] = plannedInstance.getPrimary();
                copiedSecondaries[g] = plannedInstance.getSecondary();
            }
        }
        return new Assignment(annealingRun, copiedPrimaries, copiedSecondaries, score);
    }

    /** Returns all instances that may move. */
    @PlanningEntityCollectionProperty
    public List<PlannedInstance> getGuests() {
        List<PlannedInstance> there = guests;
        if (there == null) {
            there = new ArrayList<>(primaries.length);
            for (int g = 0; g < primaries.length; g++) {
                there.add(new PlannedInstance(
                        annealingRun.movable[g], annealingRun.box(primaries[g]), annealingRun.box(secondaries[g])));
            }
            guests = there;
        }
        return there;
    }

    /** Returns all nodes, and the one that stands for none. */
    @ValueRangeProvider(id = NODES)
    public List<Integer> getNodes() {
        return annealingRun.nodes;
    }

    /** Returns the score that Timefold has given to it. */
    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }

    /** Takes the score that Timefold gives to it. */
    public void setScore(@Nullable HardMediumSoftLongScore score) {
        this.score = score;
    }

    /** Notes that a guest changes. */
    void mark(PlannedInstance plannedInstance) {
        if (!plannedInstance.isMarked) {
            plannedInstance.isMarked = true;
            marked.add(plannedInstance);
        }
    }

    /** Enters into the draft what has changed since it was last equal to this assignment. */
    void enterChanges() {
        for (PlannedInstance plannedInstance : marked) {
            plannedInstance.isMarked = false;
            enter(plannedInstance);
        }
        marked.clear();
    }

    /** Makes the draft, which may hold anything, equal to this assignment. */
    void enterAll() {
        enterChanges();
        for (PlannedInstance plannedInstance : getGuests()) {
            enter(plannedInstance);
        }
    }

    private void enter(PlannedInstance plannedInstance) {
        int i = plannedInstance.instance;
        int primary = plannedInstance.getPrimary();
        int secondary = plannedInstance.getSecondary();
        if (annealingRun.targetAssignment.primary(i) != primary
                || annealingRun.targetAssignment.secondary(i) != secondary) {
            annealingRun.place(i, primary, secondary);
        }
    }
}
