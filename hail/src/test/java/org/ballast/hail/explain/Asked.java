package org.ballast.hail.explain;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.ClusterLoader;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.answer.Answers;
import org.ballast.hail.answer.Question;
import org.ballast.iallocator.Message;
import org.ballast.iallocator.MessageReader;
import org.ballast.iallocator.ProtocolException;
import org.ballast.iallocator.Request;
import org.ballast.model.Scenario;
import org.ballast.planner.place.AllocationRules;
import org.ballast.testkit.RandomRequests;

/** A random request, its answer, and what explains it. */
record Asked(
        long seed,
        Scenario scenario,
        Request request,
        AllocationRules rules,
        Answer answer,
        ReplyExplanation explanation) {
    private static final List<AllocationRules> RULES = List.of(
            AllocationRules.STRICT,
            new AllocationRules(false, false, Optional.empty()),
            new AllocationRules(true, true, Optional.empty()));

    /** Returns what the seed makes up, unless it makes up a broken document. */
    static Optional<Asked> of(long seed) {
        byte[] document = RandomRequests.of(seed).document().write().getBytes(StandardCharsets.UTF_8);
        Message message;
        try {
            message = MessageReader.read(new ByteArrayInputStream(document), "request");
        } catch (ProtocolException e) {
            return Optional.empty();
        }
        Scenario scenario = ClusterLoader.of(message.cluster()).scenario();
        AllocationRules rules = RULES.get((int) (seed % RULES.size()));
        Question question = Question.of(scenario, message.request());
        Answer answer = Answers.answer(question, rules);
        ReplyExplanation explanation = ReplyExplanation.of(question, answer, rules);
        return Optional.of(new Asked(seed, scenario, message.request(), rules, answer, explanation));
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + request + " answered by " + answer.reply();
    }
}
