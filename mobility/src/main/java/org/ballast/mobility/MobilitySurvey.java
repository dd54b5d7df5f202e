package org.ballast.mobility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ballast.checker.HostSurvey;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.planner.place.Shortage;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * Finds out which instances cannot move at one moment, and why: every move that is permitted is tried. Of those that
 * nodes refuse the most promising ones of each kind are put before the independent checker.
 */
public final class MobilitySurvey {
    /** So many targets of each kind of move are looked at closely: those that lack least at first sight. */
    private static final int CLOSE_LOOKS = 3;

    private final ClusterState state;
    private final List<Plan.Step> steps;
    private final MobilityRules rules;
    private final MovePermission permission;
    private final Hindrances hindrances;
    private final Trial trial;
    private Optional<HostSurvey> hosts = Optional.empty();

    /**
     * Takes a moment.
     *
     * @param state the cluster then
     * @param steps the moves that led there from the scenario as it was read
     */
    public MobilitySurvey(ClusterState state, List<Plan.Step> steps, MobilityRules rules, MovePermission permission) {
        this.state = state;
        this.steps = List.copyOf(steps);
        this.rules = rules;
        this.permission = permission;
        hindrances = new Hindrances(state, rules);
        trial = new Trial(state);
    }

    /** Returns which of these instances cannot move, and why, in the order given. */
    public Map<Integer, Immobility> of(Iterable<Integer> instances) {
        Map<Integer, Immobility> immobile = new LinkedHashMap<>();
        for (int instance : instances) {
            of(instance).ifPresent(reason -> immobile.put(instance, reason));
        }
        return immobile;
    }

    /** Returns why an instance cannot move, if it cannot. */
    public Optional<Immobility> of(int instance) {
        Optional<Hindrance> hindrance = hindrances.of(instance);
        if (hindrance.isPresent()) {
            return hindrance.map(Immobility.Held::new);
        }
        List<Move> moves = permitted(instance);
        if (moves.isEmpty()) {
            return Optional.of(new Immobility.Held(Hindrance.NO_TARGET));
        }
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        List<String> forbidding = new ArrayList<>();
        for (Move move : moves) {
            Verdict verdict = trial.move(move, rules.moves().ignoreSoftErrors());
            if (!verdict.accepted()) {
                verdicts.merge(verdict, 1, Integer::sum);
                continue;
            }
            Optional<String> rule = permission.forbiddenBy(instance, trial.placement());
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            forbidding.add(rule.get());
        }
        return Optional.of(
                forbidding.isEmpty()
                        ? new Immobility.Refused(verdicts, nearest(instance, moves))
                        : new Immobility.Forbidden(forbidding, forbidding.size()));
    }

    /** Returns the moves that an instance can make now. */
    public List<Move> possible(int instance) {
        if (hindrances.of(instance).isPresent()) {
            return List.of();
        }
        return permitted(instance).stream()
                .filter(move ->
                        trial.move(move, rules.moves().ignoreSoftErrors()).accepted())
                .filter(move -> permission
                        .forbiddenBy(instance, move.to(state.placement(instance)))
                        .isEmpty())
                .toList();
    }

    private List<Move> permitted(int instance) {
        Cluster cluster = state.scenario().cluster();
        Placement from = state.placement(instance);
        List<Move> moves = new ArrayList<>();
        switch (cluster.instances().get(instance).template().mirroring()) {
            case NONE -> targets(from).forEach(target -> moves.add(new Move.OfflineMove(instance, target)));
            case EXTERNAL -> targets(from).forEach(target -> moves.add(new Move.FailoverToAny(instance, target)));
            case INTERNAL -> {
                moves.add(new Move.Failover(instance));
                for (int target : targets(from)) {
                    MoveKind.TARGETED.stream()
                            .filter(kind -> kind != MoveKind.FAILOVER_TO_ANY)
                            .forEach(kind -> moves.add(kind.move(instance, target)));
                }
            }
        }
        moves.removeIf(move -> !permission.allows(move, from));
        return moves;
    }

    private List<Integer> targets(Placement from) {
        List<Integer> targets = new ArrayList<>();
        int nodes = state.scenario().cluster().nodes().size();
        for (int node = 0; node < nodes; node++) {
            if (!state.isOffline(node) && node != from.primary() && node != from.secondary()) {
                targets.add(node);
            }
        }
        return targets;
    }

    private NearestMove nearest(int instance, List<Move> moves) {
        return promising(instance, moves).stream()
                .map(move -> NearestMove.of(move, hosts(), rules.moves().ignoreSoftErrors()))
                .min(NearestMove.NEAREST_FIRST)
                .orElseThrow();
    }

    private List<Move> promising(int instance, List<Move> moves) {
        Shortage shortage = new Shortage(state, instance);
        Placement from = state.placement(instance);
        Map<String, List<Move>> byKind = new LinkedHashMap<>();
        moves.forEach(move ->
                byKind.computeIfAbsent(move.kind(), _ -> new ArrayList<>()).add(move));
        List<Move> promising = new ArrayList<>();
        for (List<Move> kind : byKind.values()) {
            kind.stream()
                    .sorted(Comparator.comparingDouble(atFirstSight(shortage, from)))
                    .limit(CLOSE_LOOKS)
                    .forEach(promising::add);
        }
        return promising;
    }

    private ToDoubleFunction<Move> atFirstSight(Shortage shortage, Placement from) {
        return move -> {
            Placement to = move.to(from);
            double lack = isNew(to.primary(), from) ? shortage.asPrimary(to.primary()) : 0;
            if (to.hasSecondary() && isNew(to.secondary(), from)) {
                lack += shortage.asSecondary(to.secondary());
            }
            return state.acceptsMigration(from.primary(), to.primary()) ? lack : Double.MAX_VALUE;
        };
    }

    private static boolean isNew(int node, Placement from) {
        return node != from.primary() && node != from.secondary();
    }

    private HostSurvey hosts() {
        if (hosts.isEmpty()) {
            HostSurvey survey = new HostSurvey(state.scenario());
            steps.forEach(step -> survey.make(step.move(), true));
            hosts = Optional.of(survey);
        }
        return hosts.get();
    }
}
