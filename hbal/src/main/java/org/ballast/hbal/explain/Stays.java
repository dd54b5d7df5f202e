package org.ballast.hbal.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate.Mirroring;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.planner.search.TargetRules;
import org.ballast.planner.state.ClusterState;

/** Finds out which instances cannot move, and why. */
public final class Stays {
    private final ClusterState start;
    private final Scenario scenario;
    private final TargetRules rules;

    /** Takes the state at the start, and what is allowed. */
    public Stays(ClusterState start, TargetRules rules) {
        this.start = start;
        this.rules = rules;
        scenario = start.scenario();
    }

    /** Returns those of these instances that cannot move, by the reason that comes first. */
    public Map<Stay, List<Integer>> of(int[] instances) {
        Map<Stay, List<Integer>> stays = new EnumMap<>(Stay.class);
        for (int instance : instances) {
            of(instance)
                    .ifPresent(stay -> stays.computeIfAbsent(stay, any -> new ArrayList<>())
                            .add(instance));
        }
        return stays;
    }

    /** Returns why an instance cannot move, if it cannot. */
    public Optional<Stay> of(int index) {
        Cluster cluster = scenario.cluster();
        Instance instance = cluster.instances().get(index);
        Placement placement = instance.placement();
        Mirroring mirroring = instance.template().mirroring();
        if (instance.forthcoming()) {
            return Optional.of(Stay.FORTHCOMING);
        }
        if (isHeld(index)) {
            return Optional.of(Stay.RULE);
        }
        if (scenario.pinned().contains(index)) {
            return Optional.of(Stay.EXCLUDED);
        }
        if (!instance.autoBalance()) {
            return Optional.of(Stay.UNWILLING);
        }
        if (cluster.isSplit(instance)) {
            return Optional.of(Stay.SPLIT);
        }
        if (placement.primary() == placement.secondary()) {
            return Optional.of(Stay.SAME_NODE);
        }
        if (mirroring == Mirroring.NONE && !rules.offlineMoves()) {
            return Optional.of(Stay.ONE_COPY);
        }
        if (mirroring == Mirroring.EXTERNAL && !instance.template().isBalanced()) {
            return Optional.of(Stay.DISKLESS);
        }
        if (mirroring == Mirroring.INTERNAL && !placement.hasSecondary()) {
            return Optional.of(Stay.NO_SECONDARY);
        }
        return rules.moves().evacuationOnly() && !hasOfflineNode(placement)
                ? Optional.of(Stay.HEALTHY)
                : Optional.empty();
    }

    private boolean isHeld(int index) {
        return rules.placement().stream().anyMatch(rule -> switch (rule) {
            case PlacementRule.DoNotMove held -> held.instances().contains(index);
            case PlacementRule.Pinned pinned ->
                pinned.copies() == Copies.BOTH && pinned.instances().contains(index);
            case PlacementRule.KeepApart _,
                    PlacementRule.KeepTogether _,
                    PlacementRule.AtMost _,
                    PlacementRule.CopiesApart _,
                    PlacementRule.AllowedNodes _,
                    PlacementRule.ForbiddenNodes _ -> false;
        });
    }

    private boolean hasOfflineNode(Placement placement) {
        return start.isOffline(placement.primary())
                || (placement.hasSecondary() && start.isOffline(placement.secondary()));
    }
}
