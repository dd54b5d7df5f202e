package org.ballast.hail;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ballast.cli.console.Console;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.answer.RoomSearch;
import org.ballast.hail.explain.Advice;
import org.ballast.hail.explain.AdviceJson;
import org.ballast.hail.explain.ExplanationText;
import org.ballast.hail.explain.MadeRoom;
import org.ballast.hail.explain.NearestMiss;
import org.ballast.hail.explain.NoRoom;
import org.ballast.hail.explain.ReplyExplanation;
import org.ballast.hail.explain.RoomOutcome;
import org.ballast.hail.explain.RoomRefused;
import org.ballast.hail.explain.RoomText;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.ReplyWriter;
import org.ballast.iallocator.Request;
import org.ballast.planner.place.relocate.RoomMaker;

/** The printer of a reply and of the explanations that the command line asks for. */
record Advisor(Console console, HailOptions options, Input input) {

    /**
     * Prints the reply, with the nearest miss in the text of a refusal if that is explained. Advice as text goes beside
     * the results, so that a cluster manager finds nothing but the reply there.
     */
    void print(Answer answer) {
        Optional<ReplyExplanation> explanation = options.advice().explains()
                ? Optional.of(ReplyExplanation.of(input.question(), answer, options.rules()))
                : Optional.empty();
        Reply reply = explanation
                .map(found -> NearestMiss.addTo(answer.reply(), found))
                .orElse(answer.reply());
        Advice advice = new Advice(explanation, rooms(answer));
        switch (options.advice().form()) {
            case JSON -> AdviceJson.write(console, input.loaded().cluster(), reply, advice);
            case TEXT -> {
                console.line(ReplyWriter.write(reply));
                explanation.map(ExplanationText::of).ifPresent(console.err()::print);
                RoomText text = new RoomText(input.loaded().cluster());
                advice.rooms().forEach(room -> console.err().print(text.of(room)));
            }
        }
    }

    /** Searches room for what is refused: new instances that come alone. */
    private List<RoomOutcome> rooms(Answer answer) {
        OptionalInt moves = options.advice().makeRoom();
        if (moves.isEmpty()
                || !(answer.reply() instanceof Reply.Refused)
                || !(input.request() instanceof Request.Allocate allocate)) {
            return List.of();
        }
        String name = allocate.instance().name();
        Optional<String> obstacle = RoomSearch.obstacle(input.question(), allocate, options.rules());
        if (obstacle.isPresent()) {
            return List.of(new RoomRefused(name, obstacle.get()));
        }
        Optional<RoomMaker.Room> found =
                RoomSearch.search(input.question(), allocate, options.rules(), moves.getAsInt());
        return List.of(found.<RoomOutcome>map(room -> new MadeRoom(name, room.moves(), room.placement(), room.data()))
                .orElseGet(() -> new NoRoom(name, moves.getAsInt())));
    }
}
