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

    final Course course;
    private final int[] primaries;
    private final int[] secondaries;
    private @Nullable List<Guest> guests;

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /** Guests that have changed since the draft was last made equal to this assignment. */
    private final List<Guest> marked = new ArrayList<>();

    private Assignment(Course course, int[] primaries, int[] secondaries, @Nullable HardMediumSoftLongScore score) {
        this.course = course;
        this.primaries = primaries;
        this.secondaries = secondaries;
        this.score = score;
    }

    /** Returns the assignment that a draft holds now. */
    static Assignment ofDraft(Course course) {
        int[] movable = course.movable;
        int[] primaries = new int[movable.length];
        int[] secondaries = new int[movable.length];
        for (int g = 0; g < movable.length; g++) {
            primaries[g] = course.draft.primary(movable[g]);
            secondaries[g] = course.draft.secondary(movable[g]);
        }
        return new Assignment(course, primaries, secondaries, null);
    }

    Assignment copy() {
        int[] copiedPrimaries = primaries.clone();
        int[] copiedSecondaries = secondaries.clone();
        if (guests != null) {
            for (int g = 0; g < guests.size(); g++) {
                Guest guest = guests.get(g);
                copiedPrimaries[g] = guest.getPrimary();
                copiedSecondaries[g] = guest.getSecondary();
            }
        }
        return new Assignment(course, copiedPrimaries, copiedSecondaries, score);
    }

    /** Returns all instances that may move. */
    @PlanningEntityCollectionProperty
    public List<Guest> getGuests() {
        List<Guest> there = guests;
        if (there == null) {
            there = new ArrayList<>(primaries.length);
            for (int g = 0; g < primaries.length; g++) {
                there.add(new Guest(course.movable[g], course.box(primaries[g]), course.box(secondaries[g])));
            }
            guests = there;
        }
        return there;
    }

    /** Returns all nodes, and the one that stands for none. */
    @ValueRangeProvider(id = NODES)
    public List<Integer> getNodes() {
        return course.nodes;
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
    void mark(Guest guest) {
        if (!guest.isMarked) {
            guest.isMarked = true;
            marked.add(guest);
        }
    }

    /** Enters into the draft what has changed since it was last equal to this assignment. */
    void enterChanges() {
        for (Guest guest : marked) {
            guest.isMarked = false;
            enter(guest);
        }
        marked.clear();
    }

    /** Makes the draft, which may hold anything, equal to this assignment. */
    void enterAll() {
        enterChanges();
        for (Guest guest : getGuests()) {
            enter(guest);
        }
    }

    private void enter(Guest guest) {
        int i = guest.instance;
        int primary = guest.getPrimary();
        int secondary = guest.getSecondary();
        if (course.draft.primary(i) != primary || course.draft.secondary(i) != secondary) {
            course.place(i, primary, secondary);
        }
    }
}
