package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ballast.cli.text.FailureName;
import org.ballast.model.Decimals;
import org.ballast.model.Group;
import org.ballast.planner.place.PlacementValue;
import org.ballast.planner.place.allocate.Allocation;
import org.ballast.planner.place.allocate.GroupOutcome;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.state.Verdict;

/** Ganeti's words for the result of a search for nodes. */
final class AllocationWording {
    private static final int SCORE_DECIMALS = 8;

    private final Directory directory;

    AllocationWording(Directory directory) {
        this.directory = directory;
    }

    /** Describes the result of the search among some nodes. */
    String of(Allocation allocation) {
        String reasons = reasons(allocation.failures());
        return allocation
                .best()
                .map(choice -> "score: " + of(choice.value()) + ", successes " + allocation.successes() + ", failures "
                        + allocation.failureCount() + " (" + reasons + ") for node(s) "
                        + String.join("/", directory.nodeNames(choice.placement())))
                .orElseGet(() -> "No valid allocation solutions, failure reasons: "
                        + (reasons.isEmpty() ? "unknown reasons" : reasons));
    }

    private static String reasons(Map<Verdict, Integer> failures) {
        List<String> reasons = new ArrayList<>();
        failures.forEach((verdict, count) -> reasons.add(FailureName.of(verdict) + ": " + count));
        return String.join(", ", reasons);
    }

    private static String of(PlacementValue worth) {
        return switch (worth) {
            case PlacementValue.ClusterScore score -> Decimals.fixed(score.value(), SCORE_DECIMALS);
            case PlacementValue.LostAllocations lost ->
                "(" + lost.instances().toString().replace(" ", "") + "," + lost.disk() + ")";
        };
    }

    /** Describes the result of the search in one group. */
    String of(GroupOutcome outcome, String instance) {
        Group group = directory.group(outcome.group());
        return switch (outcome) {
            case GroupOutcome.Searched searched ->
                "Group " + group.name() + " (" + group.allocationPolicy().label() + "): " + of(searched.allocation());
            case GroupOutcome.Impossible impossible ->
                "Group " + group.name() + ": error " + obstacle(impossible, instance);
        };
    }

    /** Says why a group cannot be searched. */
    String obstacle(GroupOutcome.Impossible impossible, String instance) {
        return switch (impossible.obstacle()) {
            case NO_ONLINE_NODES -> "No online nodes";
            case NOT_ENOUGH_ONLINE_NODES -> "Not enough online nodes";
            case UNSUPPORTED_NODE_COUNT -> "Unsupported number of nodes, only one or two  supported";
            case NETWORK_MISSING ->
                "The group " + directory.group(impossible.group()).name()
                        + " is not connected to a network required by instance " + instance;
        };
    }

    /** Describes the result of the search in several groups, one text a group. */
    List<String> of(GroupSearch.Result result, String instance) {
        List<String> texts = new ArrayList<>();
        for (int group : result.disconnected()) {
            texts.add("group " + directory.group(group).name() + " is not connected to a network required by instance "
                    + instance);
        }
        for (GroupOutcome outcome : result.outcomes()) {
            texts.add(of(outcome, instance));
        }
        return texts;
    }
}
