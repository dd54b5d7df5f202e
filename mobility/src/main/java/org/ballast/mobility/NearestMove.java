package org.ballast.mobility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.Refusal;
import org.ballast.checker.Shortfall;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;

/**
 * A move that is refused, and all that would have to change for it.
 *
 * @param move the move
 * @param missing what nodes lack; had they so much more, they would have only the other objections
 * @param others objections that more of a resource does not silence
 * @param distance what is missing, in units of what the instance needs of it; the nearest move has the least
 */
public record NearestMove(Move move, List<Shortfall> missing, List<Refusal> others, double distance) {
    /** Puts moves first that only resources are missing for, and of those the one that lacks least. */
    static final Comparator<NearestMove> NEAREST_FIRST = Comparator.<NearestMove>comparingInt(
                    move -> move.others().size())
            .thenComparingDouble(NearestMove::distance);

    /** Each round finds what shows only once other things are there. */
    private static final int MOST_ROUNDS = 8;

    /** Copies the lists. */
    public NearestMove {
        missing = List.copyOf(missing);
        others = List.copyOf(others);
    }

    /**
     * Finds out what it would take: nodes get what they say they lack, until they lack nothing more, and give it back.
     */
    static NearestMove of(Move move, HostSurvey survey, boolean softErrorsIgnored) {
        Cluster cluster = survey.cluster();
        Map<Shortfall, Long> missing = new LinkedHashMap<>();
        List<Refusal> others = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<Shortfall, Long> lacks = new LinkedHashMap<>();
            others.clear();
            for (Refusal refusal : survey.ask(move, softErrorsIgnored)) {
                Shortfall.of(refusal, cluster)
                        .ifPresentOrElse(
                                lack -> lacks.merge(unit(lack), lack.amount(), Math::max), () -> others.add(refusal));
            }
            if (lacks.isEmpty()) {
                break;
            }
            lacks.forEach((unit, amount) -> {
                survey.enlarge(new Shortfall(unit.node(), unit.resource(), amount));
                missing.merge(unit, amount, Long::sum);
            });
        }
        List<Shortfall> lacks = missing.entrySet().stream()
                .map(lack -> new Shortfall(lack.getKey().node(), lack.getKey().resource(), lack.getValue()))
                .toList();
        lacks.forEach(survey::reduce);
        Instance instance = cluster.instances().get(move.instance());
        return new NearestMove(
                move,
                lacks,
                others,
                lacks.stream().mapToDouble(lack -> share(lack, instance)).sum());
    }

    private static Shortfall unit(Shortfall lack) {
        return new Shortfall(lack.node(), lack.resource(), 1);
    }

    private static double share(Shortfall lack, Instance instance) {
        long need = switch (lack.resource()) {
            case MEMORY -> instance.memory();
            case DISK -> instance.disk();
            case VCPUS -> instance.vcpus();
            case SPINDLES -> instance.totalSpindles().orElse(1);
        };
        return (double) lack.amount() / Math.max(1, need);
    }

    /** Returns what stands against it, in words. */
    String describe(Cluster cluster, ShortNames names) {
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) {
            parts.add(missing.stream()
                    .map(lack -> names.of(cluster.nodes().get(lack.node())) + " lacks " + lack.amount() + " "
                            + lack.resource().words())
                    .collect(Collectors.joining(" and ")));
        }
        others.forEach(refusal -> parts.add(refusal.describe(cluster)));
        return "nearest is " + move.kind().replace('-', ' ') + target(cluster, names) + ": " + String.join("; ", parts);
    }

    private String target(Cluster cluster, ShortNames names) {
        return switch (move) {
            case Move.Failover _ -> "";
            case Move.FailoverToAny(int _, int target) -> to(cluster, names, target);
            case Move.OfflineMove(int _, int target) -> to(cluster, names, target);
            case Move.ReplacePrimary(int _, int target) -> to(cluster, names, target);
            case Move.ReplaceSecondary(int _, int target) -> to(cluster, names, target);
            case Move.ReplaceAndFailover(int _, int target) -> to(cluster, names, target);
            case Move.FailoverAndReplace(int _, int target) -> to(cluster, names, target);
        };
    }

    private static String to(Cluster cluster, ShortNames names, int target) {
        return " to " + names.of(cluster.nodes().get(target));
    }
}
