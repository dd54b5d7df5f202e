package org.ballast.hail.explain;

import java.util.List;
import java.util.Optional;
import org.ballast.hail.answer.Answer;
import org.ballast.iallocator.Request;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.planner.place.AllocationRules;

/**
 * Why instances get the nodes that a reply says, or none.
 *
 * @param findings what there is to say about each instance, in the order of the request; where one refuses a whole
 *     request, those after it are left out
 */
public record ReplyExplanation(List<InstanceFinding> findings) {
    /** Copies the list. */
    public ReplyExplanation {
        findings = List.copyOf(findings);
    }

    /** Explains an answer to a request about a cluster; the rules are those it was answered by. */
    public static ReplyExplanation of(Scenario scenario, Request request, Answer answer, AllocationRules rules) {
        return of(scenario, request, answer, rules, scenario.tags());
    }

    /**
     * Explains an answer to a request about a cluster.
     *
     * @param rules those it was answered by
     * @param wantedTags what the tags of new instances mean, in case the request was made for another cluster
     */
    public static ReplyExplanation of(
            Scenario scenario, Request request, Answer answer, AllocationRules rules, TagRules wantedTags) {
        return new ReplyExplanation(
                switch (request) {
                    case Request.Allocate allocate ->
                        new ArrivalExplainer(scenario, request, rules, wantedTags).explain(allocate, answer.reply());
                    case Request.MultiAllocate several ->
                        new ArrivalExplainer(scenario, request, rules, wantedTags).explain(several, answer.reply());
                    case Request.AllocateSecondary secondary ->
                        new ArrivalExplainer(scenario, request, rules, wantedTags).explain(secondary, answer.reply());
                    case Request.Relocate relocate ->
                        new DepartureExplainer(scenario, request, rules, rules.ignoreSoftErrors())
                                .explain(answer, relocate.instance());
                    case Request.NodeEvacuate _ ->
                        new DepartureExplainer(scenario, request, rules, rules.ignoreSoftErrors())
                                .explain(answer, "the request");
                    case Request.ChangeGroup _ ->
                        new DepartureExplainer(scenario, request, rules, false).explain(answer, "the request");
                });
    }

    /**
     * Returns what is in the way of the first instance that gets no nodes, unless the reply says all there is to say.
     */
    public Optional<String> nearestMiss() {
        return findings.stream()
                .flatMap(finding -> finding.nearestMiss().stream())
                .findFirst();
    }
}
