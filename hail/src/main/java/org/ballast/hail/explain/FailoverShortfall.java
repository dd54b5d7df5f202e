package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ballast.checker.FailoverLoad;
import org.ballast.checker.HostRefusal;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.PlacementRefusal.Stranded;
import org.ballast.checker.PlacementRefusal.Takeover;
import org.ballast.checker.Refusal;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.jspecify.annotations.Nullable;

/**
 * A search for the node that could no longer fail after an instance was given nodes that have room for it. Memory for
 * failovers is looked at for all choices of nodes, as it takes sums only; everything else for one of them.
 */
final class FailoverShortfall {
    private static final String SOME_NODE = "some node could no longer fail without loss";

    private final HostSurvey survey;
    private final int instance;
    private final int counted;
    private final boolean countsMirror;
    private final List<Integer> scope;
    private final Cluster cluster;
    private final String name;
    private final Distance distance;
    private @Nullable FailoverLoad takeovers;
    private @Nullable ShortfallWithoutInstance withoutInstance;

    /**
     * Prepares for one moment.
     *
     * @param survey the moment, with the instance nowhere
     * @param instance the instance
     * @param counted the instance that is counted for it: Ganeti takes an old form for it where one is mirrored
     * @param countsMirror whether its secondary node is known when its primary node fails
     * @param scope the nodes that must be able to fail
     */
    FailoverShortfall(HostSurvey survey, int instance, int counted, boolean countsMirror, List<Integer> scope) {
        this.survey = survey;
        this.instance = instance;
        this.counted = counted;
        this.countsMirror = countsMirror;
        this.scope = List.copyOf(scope);
        cluster = survey.cluster();
        name = cluster.instances().get(instance).name();
        distance = new Distance(cluster, cluster.instances().get(instance));
    }

    /** A check that names a node that could not fail after a choice of nodes. */
    interface FailureCheck {
        Optional<Refusal> after(Placement placement);
    }

    /** The shortfall that exists even without the instance. */
    private record ShortfallWithoutInstance(Optional<NearestShortfall> shortfall) {}

    /** A choice of nodes, and what they lack. */
    private record Lacking(Placement placement, List<Takeover> refusals, double distance) {}

    /** Returns what is in the way of the choice that comes nearest. */
    NearestShortfall nearest(Candidates.CandidateFinding answers, FailureCheck check) {
        Optional<NearestShortfall> before = withoutInstance().shortfall();
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Lacking> nearest =
                answers.secondaries().isEmpty() ? nearestNode(answers.primaries()) : nearestPair(answers);
        return nearest.map(this::shortfall)
                .or(() -> any(answers).map(placement -> ofChoice(placement, check)))
                .orElseGet(() -> new NearestShortfall(List.of(), SOME_NODE, Double.POSITIVE_INFINITY));
    }

    private FailoverLoad takeovers() {
        if (takeovers == null) {
            takeovers = survey.failoverLoad(scope);
        }
        return takeovers;
    }

    private ShortfallWithoutInstance withoutInstance() {
        if (withoutInstance == null) {
            String circumstance = ", with or without " + name;
            withoutInstance =
                    new ShortfallWithoutInstance(farthest(survey, takeovers().lacking(), circumstance)
                            .or(() -> farthest(survey, survey.losses(scope), circumstance)));
        }
        return withoutInstance;
    }

    /** All of them must go, so the one that is hardest to fulfil counts. */
    private Optional<NearestShortfall> farthest(
            HostSurvey moment, List<? extends Refusal> refusals, String circumstance) {
        return refusals.stream()
                .max(Comparator.comparingDouble(refusal -> distance.of(List.of(refusal))))
                .map(refusal -> {
                    NearestShortfall shortfall = shortfall(moment, refusal);
                    return shortfall.adding(circumstance + more(refusals.size() - 1));
                });
    }

    private NearestShortfall shortfall(HostSurvey moment, Refusal refusal) {
        String sentence = refusal.describe(cluster);
        Optional<UnfitNode.Cause> unfit = refusal instanceof Takeover takeover
                ? UnfitNode.of(cluster.nodes().get(takeover.node()), List.of())
                : Optional.empty();
        if (unfit.isPresent()) {
            return NearestShortfall.hopeless(
                    List.of(),
                    unfit.get().reason() == ExclusionReason.OFFLINE
                            ? sentence
                            : unfit.get().sentence() + ", but would have to take over instances: " + sentence);
        }
        Optional<NearestShortfall> refuge =
                refusal instanceof Stranded stranded ? refuge(moment, stranded) : Optional.empty();
        return refuge.map(shortfall -> new NearestShortfall(
                        List.of(),
                        sentence + " (" + shortfall.sentence() + ")",
                        shortfall.distance(),
                        shortfall.isNear()))
                .orElseGet(() -> new NearestShortfall(List.of(), sentence, distance.of(List.of(refusal))));
    }

    private static String more(int others) {
        return others == 0 ? "" : ", and " + others + " more such " + (others == 1 ? "reason" : "reasons");
    }

    /** Returns what the node lacks that could most easily take over the instance. */
    private Optional<NearestShortfall> refuge(HostSurvey moment, Stranded stranded) {
        return moment.refuges(stranded.instance(), stranded.failed()).stream()
                .filter(refusals -> !refusals.isEmpty())
                .map(this::refuge)
                .min(NearestShortfall.NEAREST_FIRST);
    }

    private NearestShortfall refuge(List<Refusal> refusals) {
        Optional<UnfitNode.Cause> unfit = refusals.stream()
                .flatMap(refusal -> refusal instanceof HostRefusal host ? Stream.of(host.node()) : Stream.empty())
                .flatMap(node -> UnfitNode.of(cluster.nodes().get(node), refusals).stream())
                .findFirst();
        return unfit.map(out -> NearestShortfall.hopeless(List.of(), out.sentence()))
                .orElseGet(() -> NearestShortfall.of("", distance.essential(refusals), cluster, distance.of(refusals)));
    }

    private Optional<Lacking> nearestNode(List<Integer> primaries) {
        return primaries.stream()
                .map(this::lackingAt)
                .filter(lacking -> !lacking.refusals().isEmpty())
                .min(Comparator.comparingDouble(Lacking::distance));
    }

    private Lacking lackingAt(int primary) {
        return lacking(Placement.on(primary), takeovers().lackingAt(instance, primary));
    }

    /** A pair lacks no less than its primary: so pairs of primaries that lack more than some pair are passed over. */
    private Optional<Lacking> nearestPair(Candidates.CandidateFinding answers) {
        List<Lacking> primaries = new ArrayList<>();
        answers.primaries().forEach(primary -> primaries.add(lackingAt(primary)));
        primaries.sort(Comparator.comparingDouble(Lacking::distance));
        double nearest = Double.POSITIVE_INFINITY;
        Optional<Lacking> best = Optional.empty();
        for (Lacking at : primaries) {
            if (best.isPresent() && nearest <= at.distance()) {
                break;
            }
            int primary = at.placement().primary();
            for (int secondary : answers.secondaries()) {
                Lacking pair = lackingAt(primary, secondary);
                boolean isNearer = best.isEmpty() || pair.distance() < nearest;
                if (isNearer && !pair.refusals().isEmpty() && hasRoom(primary, secondary)) {
                    best = Optional.of(pair);
                    nearest = pair.distance();
                }
            }
        }
        return best;
    }

    private boolean hasRoom(int primary, int secondary) {
        return primary != secondary
                && survey.askSecondary(instance, primary, secondary).isEmpty();
    }

    private Lacking lackingAt(int primary, int secondary) {
        return primary == secondary || !countsMirror
                ? lacking(new Placement(primary, secondary), takeovers().lackingAt(instance, primary))
                : lacking(new Placement(primary, secondary), takeovers().lackingAt(instance, primary, secondary));
    }

    private Lacking lacking(Placement placement, List<Takeover> refusals) {
        return new Lacking(placement, refusals, distance.of(refusals));
    }

    private NearestShortfall shortfall(Lacking lacking) {
        List<String> sentences = lacking.refusals().stream()
                .map(refusal -> refusal.describe(cluster))
                .toList();
        return new NearestShortfall(
                names(lacking.placement()),
                String.join("; and ", sentences) + circumstance(lacking.placement()),
                lacking.distance());
    }

    private Optional<Placement> any(Candidates.CandidateFinding answers) {
        if (answers.secondaries().isEmpty()) {
            return answers.primaries().stream().findFirst().map(Placement::on);
        }
        return answers.primaries().stream()
                .flatMap(primary -> answers.secondaries().stream()
                        .filter(secondary -> hasRoom(primary, secondary))
                        .map(secondary -> new Placement(primary, secondary)))
                .findFirst();
    }

    private NearestShortfall ofChoice(Placement placement, FailureCheck check) {
        HostSurvey after = survey.copy();
        after.place(counted, counted == instance ? placement : Placement.on(placement.primary()));
        String circumstance = circumstance(placement);
        return farthest(after, after.losses(scope), circumstance)
                .or(() -> check.after(placement).flatMap(loss -> farthest(after, List.of(loss), circumstance)))
                .orElseGet(() ->
                        new NearestShortfall(names(placement), SOME_NODE + circumstance, Double.POSITIVE_INFINITY));
    }

    private String circumstance(Placement placement) {
        return ", with " + name + " on " + String.join(":", names(placement));
    }

    private List<String> names(Placement placement) {
        List<String> names = new ArrayList<>();
        names.add(cluster.nodes().get(placement.primary()).name());
        if (placement.hasSecondary()) {
            names.add(cluster.nodes().get(placement.secondary()).name());
        }
        return names;
    }
}
