package org.ballast.hbal.optimize;

import java.util.ArrayList;
import java.util.List;
import org.ballast.checker.Allowance;
import org.ballast.checker.PlanBound;
import org.ballast.optimizer.OptimizeRequest;
import org.ballast.optimizer.cost.Limits;
import org.ballast.optimizer.cost.Rates;
import org.ballast.optimizer.target.TargetRules;

/** What the checker is told that a searched plan may do. */
final class SearchAllowance {
    private SearchAllowance() {}

    static Allowance of(OptimizeRequest request) {
        TargetRules rules = request.rules();
        return Allowance.WHOLE
                .with(rules.moves())
                .withOfflineMoves(rules.offlineMoves())
                .withOtherGroups(rules.crossGroups())
                .within(bounds(request.objective().limits(), rules.rates()))
                .withoutLiveMigration(rules.rates().changes().neverLive())
                .withPlacement(rules.placement());
    }

    private static List<PlanBound> bounds(Limits limits, Rates rates) {
        List<PlanBound> bounds = new ArrayList<>();
        limits.moves().ifPresent(most -> bounds.add(new PlanBound.MostMoves(most)));
        limits.instances().ifPresent(most -> bounds.add(new PlanBound.MostInstances(most)));
        limits.dataMib().ifPresent(mib -> bounds.add(new PlanBound.MostData(mib)));
        limits.seconds()
                .ifPresent(seconds -> bounds.add(new PlanBound.LongestTime(seconds, rates.disk(), rates.migration())));
        return bounds;
    }
}
