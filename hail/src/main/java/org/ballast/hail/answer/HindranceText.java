package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.text.FailureName;
import org.ballast.hail.notation.GroupText;
import org.ballast.planner.place.allocate.GroupSearch;
import org.ballast.planner.place.relocate.RelocationOutcome;
import org.ballast.planner.place.relocate.RelocationOutcome.Obstacle;
import org.ballast.planner.state.ClusterState;

/** Ganeti's words for why an instance cannot leave its nodes. */
final class HindranceText {
    private final ClusterState state;
    private final Directory directory;
    private final AllocationWording wording;

    HindranceText(ClusterState state, Directory directory) {
        this.state = state;
        this.directory = directory;
        wording = new AllocationWording(directory);
    }

    String of(RelocationOutcome.Stuck stuck) {
        return switch (stuck.hindrance()) {
            case Obstacle.Tied(var template) -> "Instances of type " + template.label() + " cannot be relocated";
            case Obstacle.NothingToChange(var template) ->
                "Instances with disk template '" + template.label() + "' can't execute change secondary";
            case Obstacle.SecondaryMissing() -> "Instance has no secondary node";
            case Obstacle.FailoverRefused(var verdict) -> FailureName.of(verdict);
            case Obstacle.NoNode(var verdicts) -> noNode(verdicts);
            case Obstacle.NoPair(var _, var last) ->
                "Can't find any good nodes for relocation: "
                        + last.map(refused -> "Allocation failed: " + words(refused.step()) + ": "
                                        + FailureName.of(refused.verdict()))
                                .orElse("no nodes available");
            case Obstacle.NoGroup(var search, var groups) ->
                search.map(found -> searched(found, stuck.instance())).orElseGet(() -> noGroup(groups));
        };
    }

    private String noNode(List<RelocationOutcome.NodeVerdict> verdicts) {
        StringBuilder text = new StringBuilder("Can't find any good node: ");
        for (RelocationOutcome.NodeVerdict each : verdicts) {
            text.append(" Node ")
                    .append(directory.nodeName(each.node()))
                    .append(" failed: ")
                    .append(FailureName.of(each.verdict()))
                    .append(';');
        }
        return text.toString();
    }

    private static String words(RelocationOutcome.Step step) {
        return switch (step) {
            case LEAVE_OFFLINE_PRIMARY -> "Failing over to the secondary";
            case MIRROR_TO_PRIMARY -> "Changing secondary to new primary";
            case FAIL_OVER -> "Failing over to new primary";
            case MIRROR_TO_SECONDARY -> "Changing secondary to final secondary";
        };
    }

    private String searched(GroupSearch.Result found, int instance) {
        return String.join(", ", wording.of(found, state.instance(instance).name()));
    }

    private String noGroup(List<Integer> allowed) {
        List<String> all = new ArrayList<>();
        for (int group : directory.inhabitedGroups(state)) {
            all.add(GroupText.of(group, directory.group(group)));
        }
        return "no groups for evacuation: allowed groups was Just "
                + allowed.toString().replace(" ", "") + ", all groups: [" + String.join(",", all) + "]";
    }
}
