package org.ballast.hspace.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.Totals;
import org.ballast.capacity.mix.Flavour;
import org.ballast.capacity.mix.MixFill;
import org.ballast.capacity.mix.MixFilling;
import org.ballast.capacity.packing.MoveAllowance;
import org.ballast.capacity.packing.Packer;
import org.ballast.capacity.packing.Packing;
import org.ballast.capacity.packing.PackingListener;
import org.ballast.capacity.packing.SearchBudget;
import org.ballast.capacity.whatif.Prospect;
import org.ballast.capacity.whatif.WhatIf;
import org.ballast.checker.Allowance;
import org.ballast.checker.Approval;
import org.ballast.checker.PlanBound;
import org.ballast.hspace.forecast.Forecast;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.forecast.History;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;

/** The analysis of a cluster beyond filling it, collected as a study. */
public final class Analyst {
    private final LocalDate date;
    private final Scenario scenario;
    private final CandidateNodes candidateNodes;
    private final Totals before;
    private final List<InstanceShape> tieredShapes;
    private final Fill tiered;
    private final Fill standard;
    private final OptionalLong limit;
    private Optional<BottleneckDiagnosis> diagnosis = Optional.empty();
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
            CandidateNodes candidateNodes,
            Totals before,
            List<InstanceShape> tieredShapes,
            Fill tiered,
            Fill standard,
            OptionalLong limit) {
        this.date = date;
        this.scenario = scenario;
        this.candidateNodes = candidateNodes;
        this.before = before;
        this.tieredShapes = List.copyOf(tieredShapes);
        this.tiered = tiered;
        this.standard = standard;
        this.limit = limit;
    }

    /** Determines what stops the next instance. */
    public void diagnose(IntConsumer progress) {
        diagnosis = Optional.of(BottleneckDiagnosis.of(new ClusterState(scenario), standard, candidateNodes, progress));
    }

    /** Searches for a packing with more instances. */
    public void pack(SearchBudget budget, MoveAllowance allowance, PackingListener listener) {
        Approval approval =
                new Approval(scenario, Allowance.FOR_ROOM.within(List.of(new PlanBound.MostMoves(allowance.moves()))));
        Packer packer = new Packer(scenario, candidateNodes.rules(), budget, allowance, approval::permits, listener);
        packed = Optional.of(new Packed(
                approved(packer.tiered(tieredShapes, limit), approval),
                approved(packer.standard(standard.first(), limit), approval)));
    }

    /** A packing that is no better than placing instances one after another needs no approval. */
    static Packing approved(Packing packing, Approval approval) {
        List<Plan.Step> steps = packing.moves().steps();
        if (packing.count() > packing.greedy() || !steps.isEmpty()) {
            approval.requireMoves(steps);
            List<Instance> placed = packing.filling().placed().stream()
                    .map(each -> packing.state()
                            .instance(each.instance())
                            .withPlacement(packing.state().placement(each.instance())))
                    .toList();
            approval.requirePlacements(steps.stream().map(Plan.Step::move).toList(), placed);
        }
        return packing;
    }

    /** Fills the cluster with a catalogue of flavours. */
    public void mix(List<Flavour> flavours, IntConsumer progress) {
        ClusterState state = new ClusterState(scenario);
        MixFilling filling = MixFill.fill(state, candidateNodes, flavours, limit, progress, () -> false);
        mix = Optional.of(new Mix(filling, Totals.of(state)));
    }

    /**
     * Compares the cluster with each of several changes.
     *
     * @throws org.ballast.capacity.whatif.BadChange if the cluster cannot undergo one of them
     */
    public void compare(List<WhatIf> changes, IntConsumer progress) {
        prospects = WhatIf.compare(
                "now",
                scenario,
                changes,
                candidateNodes.rules(),
                new Prospect.Wanted(standard.first(), tieredShapes),
                progress);
    }

    /** Forecasts when resources run out; as many instances count as capacity as there are and as still fit. */
    public void forecast(History history) {
        double instances = before.instances() + standard.outcome().count();
        boolean isComplete = limit.isEmpty() || standard.outcome().count() < limit.getAsLong();
        forecast = Optional.of(
                Forecast.of(history, date, isComplete ? Map.of(ForecastResource.INSTANCES, instances) : Map.of()));
    }

    /** Returns the study. */
    public Study study() {
        Optional<Placement> planned = standard.outcome().filling().placed().stream()
                .findFirst()
                .map(placed -> standard.state().placement(placed.instance()));
        return new Study(
                date,
                scenario,
                candidateNodes,
                before,
                tiered,
                standard,
                HailAnswer.to(scenario, candidateNodes.rules(), standard.first(), planned),
                diagnosis,
                packed,
                mix,
                prospects,
                forecast);
    }
}
