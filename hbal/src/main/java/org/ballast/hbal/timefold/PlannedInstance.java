package org.ballast.hbal.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** An instance that may move, as Timefold sees it. */
@PlanningEntity
public final class PlannedInstance {
    static final String PRIMARY = "primary";
    static final String SECONDARY = "secondary";

    /** Which instance it is. */
    final int instance;

    @PlanningVariable(valueRangeProviderRefs = Assignment.NODES)
    private Integer primary;

    @PlanningVariable(valueRangeProviderRefs = Assignment.NODES)
    private Integer secondary;

    /** Whether it waits to be entered into the draft. */
    boolean isMarked;

    PlannedInstance(int instance, Integer primary, Integer secondary) {
        this.instance = instance;
        this.primary = primary;
        this.secondary = secondary;
    }

    /** Returns the primary node. */
    public Integer getPrimary() {
        return primary;
    }

    /** Moves the primary node. */
    public void setPrimary(Integer primary) {
        this.primary = primary;
    }

    /** Returns the secondary node, or {@link org.ballast.model.Placement#NONE}. */
    public Integer getSecondary() {
        return secondary;
    }

    /** Moves the secondary node. */
    public void setSecondary(Integer secondary) {
        this.secondary = secondary;
    }
}
