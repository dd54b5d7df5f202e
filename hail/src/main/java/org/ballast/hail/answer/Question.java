package org.ballast.hail.answer;

import java.util.Optional;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.planner.place.allocate.GroupSearch;

/**
 * A request, and the cluster that it is about.
 *
 * @param scenario the cluster
 * @param request what is asked of it
 * @param wantedTags what the tags of new instances mean, in case the request was made for another cluster
 * @param dedicated whether new instances are asked for where instances do not share nodes
 */
public record Question(Scenario scenario, Request request, TagRules wantedTags, boolean dedicated) {
    /** Returns the question that a request asks about the cluster that it was made for. */
    public static Question of(Scenario scenario, Request request) {
        return of(scenario, request, scenario.tags());
    }

    /**
     * Returns the question that a request asks about a cluster.
     *
     * @param wantedTags what the tags of new instances mean
     */
    public static Question of(Scenario scenario, Request request, TagRules wantedTags) {
        return new Question(scenario, request, wantedTags, isDedicated(scenario.cluster(), request));
    }

    private static boolean isDedicated(Cluster cluster, Request request) {
        return switch (request) {
            case Request.Allocate allocate -> GroupSearch.isDedicated(cluster, allocate.group());
            case Request.MultiAllocate several -> GroupSearch.isDedicated(cluster, onlyGroup(several));
            case Request.Relocate _, Request.NodeEvacuate _, Request.ChangeGroup _, Request.AllocateSecondary _ ->
                false;
        };
    }

    private static Optional<String> onlyGroup(Request.MultiAllocate several) {
        return several.requests().stream()
                .flatMap(each -> each.group().stream())
                .findFirst();
    }
}
