package org.ballast.hail.explain;

import java.util.List;
import java.util.Optional;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.answer.Question;
import org.ballast.iallocator.Request;
import org.ballast.planner.place.AllocationRules;

/**
 * The reasons for which instances get the nodes that a reply says, or none.
 *
 * @param findings what there is to say about each instance, in the order of the request; where one refuses a whole
 *     request, those after it are left out
 */
public record ReplyExplanation(List<InstanceFinding> findings) {
    /** Copies the list. */
    public ReplyExplanation {
        findings = List.copyOf(findings);
    }

    /** Explains an answer to a question; the rules are those it was answered by. */
    public static ReplyExplanation of(Question question, Answer answer, AllocationRules rules) {
        boolean ignoreSoftErrors = rules.ignoreSoftErrors();
        return new ReplyExplanation(
                switch (question.request()) {
                    case Request.Allocate allocate ->
                        new ArrivalExplainer(question, rules).explain(allocate, answer.reply());
                    case Request.MultiAllocate several ->
                        new ArrivalExplainer(question, rules).explain(several, answer.reply());
                    case Request.AllocateSecondary secondary ->
                        new ArrivalExplainer(question, rules).explain(secondary, answer.reply());
                    case Request.Relocate relocate ->
                        new DepartureExplainer(question, rules, ignoreSoftErrors).explain(answer, relocate.instance());
                    case Request.NodeEvacuate _ ->
                        new DepartureExplainer(question, rules, ignoreSoftErrors).explain(answer, "the request");
                    case Request.ChangeGroup _ ->
                        new DepartureExplainer(question, rules, false).explain(answer, "the request");
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
