package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ballast.capacity.packing.Packing;
import org.ballast.cli.text.Commands;
import org.ballast.hspace.study.Packed;
import org.ballast.model.Plan;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Fact;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;

/** The section of the page about packings, and what has to be moved for them. */
record PackingSection(StudyWords words, Packed packed) {

    /** Returns what fits, and then the moves. */
    List<Section> sections() {
        List<Part> results = List.of(
                new Part.Facts(List.of(fact("One size", packed.standard()), fact("Tiered", packed.tiered()))),
                end("one size", packed.standard()),
                end("tiered sizes", packed.tiered()));
        List<Section> sections = new ArrayList<>(List.of(new Section("What a search finds room for", results)));
        addMoves(sections, "one size", packed.standard());
        addMoves(sections, "tiered sizes", packed.tiered());
        return sections;
    }

    private static Fact fact(String label, Packing packing) {
        String bound = packing.most().isPresent() && !packing.isOptimal()
                ? "; at most " + packing.most().getAsLong()
                : "";
        int moves = packing.moves().steps().size();
        return new Fact(
                label,
                Integer.toString(packing.count()),
                PackingText.comparison(packing) + bound + (moves > 0 ? "; after " + Amount.count(moves, "move") : ""));
    }

    private Part end(String what, Packing packing) {
        return new Part.Paragraph("With " + what + ", " + PackingText.end(packing.stoppedBy()) + ". "
                + StudyWords.sentence(new PackingText(words, packed).redundancy(packing)));
    }

    private void addMoves(List<Section> sections, String what, Packing packing) {
        List<Plan.Step> steps = packing.moves().steps();
        if (!steps.isEmpty()) {
            sections.add(new Section("What has to be moved first for " + what, List.of(moves(steps))));
        }
    }

    /** A row for each command, so that each of them can be copied. */
    private Part moves(List<Plan.Step> steps) {
        PackingText text = new PackingText(words, packed);
        Commands commands = new Commands(words.study().scenario().cluster(), words.names());
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            Plan.Step step = steps.get(k);
            List<String> move = List.of(
                    Integer.toString(k + 1), text.instance(step), words.nodes(step.from()), words.nodes(step.to()));
            for (String command : commands.of(step.move(), step.from())) {
                List<String> row = new ArrayList<>(move);
                row.add(command);
                rows.add(row);
                move = Collections.nCopies(move.size(), "");
            }
        }
        return new Part.Table(
                "",
                List.of(
                        Heading.words(""),
                        Heading.words("instance"),
                        Heading.words("from"),
                        Heading.words("to"),
                        Heading.words("by")),
                rows);
    }
}
