package org.ballast.hspace.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.ballast.hspace.forecast.Forecast;
import org.ballast.hspace.forecast.History;
import org.ballast.hspace.forecast.Resource;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.capacity.Grounds;
import org.ballast.planner.capacity.Shape;
import org.ballast.planner.capacity.Totals;
import org.ballast.planner.capacity.mix.Flavour;
import org.ballast.planner.capacity.mix.MixFill;
import org.ballast.planner.capacity.mix.MixFilling;
import org.ballast.planner.capacity.packing.MoveAllowance;
import org.ballast.planner.capacity.packing.Packer;
import org.ballast.planner.capacity.packing.PackingListener;
import org.ballast.planner.capacity.packing.SearchBudget;
import org.ballast.planner.capacity.whatif.Prospect;
import org.ballast.planner.capacity.whatif.WhatIf;
import org.ballast.planner.state.ClusterState;

/** Finds out about a cluster what is asked beyond filling it, and puts all of it together. */
public final class Analyst {
    private final LocalDate date;
    private final Scenario scenario;
    private final Grounds grounds;
    private final Totals before;
    private final List<Shape> tieredShapes;
    private final Fill tiered;
    private final Fill standard;
    private final OptionalLong limit;
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<Packed> packed = Optional.empty();
    private Optional<Mix> mix = Optional.empty();
    private List<Prospect> prospects = List.of();
    private Optional<Forecast> forecast = Optional.empty();

    /**
     * Begins with the filled cluster.
     *
     * @param date today
     * @param tieredShapes the shapes with which tiered filling began
     * @param limit how many instances are wanted at most
     */
    public Analyst(
            LocalDate date,
            Scenario scenario,
            Grounds grounds,
            Totals before,
            List<Shape> tieredShapes,
            Fill tiered,
            Fill standard,
            OptionalLong limit) {
        this.date = date;
        this.scenario = scenario;
        this.grounds = grounds;
        this.before = before;
        this.tieredShapes = List.copyOf(tieredShapes);
        this.tiered = tiered;
        this.standard = standard;
        this.limit = limit;
    }

    /** Finds out what stops the next instance. */
    public void diagnose(IntConsumer progress) {
        diagnosis = Optional.of(Diagnosis.of(new ClusterState(scenario), standard, grounds, progress));
    }

    /** Searches room for more. */
    public void pack(SearchBudget budget, MoveAllowance allowance, PackingListener listener) {
        Packer packer = new Packer(scenario, grounds.rules(), budget, allowance, listener);
        PackingApproval approval = new PackingApproval(scenario);
        packed = Optional.of(new Packed(
                approval.approved(packer.tiered(tieredShapes, limit)),
                approval.approved(packer.standard(standard.first(), limit))));
    }

    /** Fills the cluster with a catalogue of flavours. */
    public void mix(List<Flavour> flavours, IntConsumer progress) {
        ClusterState state = new ClusterState(scenario);
        MixFilling filling = MixFill.fill(state, grounds, flavours, limit, progress, () -> false);
        mix = Optional.of(new Mix(filling, Totals.of(state)));
    }

    /**
     * Looks what would be with each of several changes.
     *
     * @throws org.ballast.planner.capacity.whatif.BadChange if the cluster cannot undergo one of them
     */
    public void compare(List<WhatIf> changes, IntConsumer progress) {
        prospects = WhatIf.compare(
                "now",
                scenario,
                changes,
                grounds.rules(),
                new Prospect.Wanted(standard.first(), tieredShapes),
                progress);
    }

    /** Looks when resources run out; as many instances count as capacity as there are and as still fit. */
    public void foresee(History history) {
        double instances = before.instances() + standard.outcome().count();
        boolean isComplete = limit.isEmpty() || standard.outcome().count() < limit.getAsLong();
        forecast =
                Optional.of(Forecast.of(history, date, isComplete ? Map.of(Resource.INSTANCES, instances) : Map.of()));
    }

    /** Returns all that was found out. */
    public Study study() {
        Optional<Placement> planned = standard.outcome().filling().placed().stream()
                .findFirst()
                .map(placed -> standard.state().placement(placed.instance()));
        return new Study(
                date,
                scenario,
                grounds,
                before,
                tiered,
                standard,
                HailAnswer.to(scenario, grounds.rules(), standard.first(), planned),
                diagnosis,
                packed,
                mix,
                prospects,
                forecast);
    }
}
