package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.packing.Packing;
import org.ballast.capacity.packing.Packing.StopReason;
import org.ballast.cli.text.Padding;
import org.ballast.hspace.study.Packed;
import org.ballast.model.Plan;

/** The text about packings. */
record PackingText(StudyWords words, Packed packed) {
    private static final int COUNT_WIDTH = 3;

    /** Returns a section for each way of filling. */
    List<TextSection> sections() {
        List<String> tiered = new ArrayList<>(List.of(gain(packed.tiered())));
        batches(packed.tiered())
                .forEach(batch -> tiered.add(padded(batch.count()) + " instances of " + words.size(batch.size())));
        if (packed.tiered().count() > 0) {
            tiered.add(amounts());
        }
        tiered.addAll(circumstances(packed.tiered()));
        List<String> standard = new ArrayList<>(List.of(gain(packed.standard()) + bound(packed.standard())));
        standard.addAll(circumstances(packed.standard()));
        return List.of(
                section("Optimized tiered allocation results", tiered, packed.tiered()),
                section("Optimized (fixed-size) allocation results", standard, packed.standard()));
    }

    private TextSection section(String heading, List<String> facts, Packing packing) {
        List<String> body = new ArrayList<>(TextSection.listing(heading, facts).body());
        List<Plan.Step> steps = packing.moves().steps();
        int width = Integer.toString(steps.size()).length();
        for (int k = 0; k < steps.size(); k++) {
            body.add("    " + Padding.right(k + 1, width) + ". " + move(steps.get(k)));
        }
        return new TextSection(heading, body);
    }

    /** Returns the sizes that were placed. */
    static List<FillResult.Batch> batches(Packing packing) {
        FillResult filling = packing.filling();
        List<FillResult.Batch> batches = new ArrayList<>();
        filling.placed().stream()
                .map(FillResult.Placed::size)
                .distinct()
                .forEach(size -> batches.add(new FillResult.Batch(size, (int) filling.placed().stream()
                        .filter(placed -> placed.size().equals(size))
                        .count())));
        return batches;
    }

    private static String gain(Packing packing) {
        return padded(packing.count()) + " instances allocated, " + comparison(packing);
    }

    /** Returns how many more there are than without a search. */
    static String comparison(Packing packing) {
        int gain = packing.count() - packing.greedy();
        if (gain == 0) {
            return "as many as one after another";
        }
        return Math.abs(gain) + (gain > 0 ? " more" : " fewer") + " than one after another";
    }

    private static String bound(Packing packing) {
        boolean isAsked = packing.stoppedBy() != StopReason.WANTED && packing.stoppedBy() != StopReason.UNHEALTHY;
        if (!isAsked || packing.most().isEmpty()) {
            return "";
        }
        return packing.isOptimal()
                ? "; more cannot fit"
                : "; at most " + packing.most().getAsLong() + " fit";
    }

    private String amounts() {
        InstanceShape.Size optimized = sum(packed.tiered().filling());
        InstanceShape.Size plain = sum(words.study().tiered().outcome().filling());
        return "in all " + words.size(optimized) + "; one after another " + words.size(plain);
    }

    private static InstanceShape.Size sum(FillResult filling) {
        return filling.placed().stream()
                .map(FillResult.Placed::size)
                .reduce(
                        new InstanceShape.Size(0, 0, 0, 0),
                        (one, other) -> new InstanceShape.Size(
                                one.memory() + other.memory(),
                                one.disk() + other.disk(),
                                one.vcpus() + other.vcpus(),
                                one.spindles() + other.spindles()));
    }

    private List<String> circumstances(Packing packing) {
        List<String> facts = new ArrayList<>(List.of(end(packing.stoppedBy())));
        if (packing.stoppedBy() != StopReason.UNHEALTHY) {
            facts.add(redundancy(packing));
        }
        int moves = packing.moves().steps().size();
        if (moves > 0) {
            facts.add("needs " + Amount.count(moves, "move") + " first, in this order:");
        }
        return facts;
    }

    /** Returns why the search ended. */
    static String end(StopReason reason) {
        return switch (reason) {
            case OPTIMAL -> "the search ended because this is proven to be the best";
            case WANTED -> "the search ended because as many as wanted are placed";
            case UNHEALTHY -> "nothing is placed because the cluster is not healthy";
            case STEPS -> "the search ended because all its steps found nothing better";
            case TIME -> "the search ended because its time was over; more time may find more";
            case INTERRUPTED -> "the search was interrupted; more time may find more";
        };
    }

    /** Returns whether nodes may fail. */
    String redundancy(Packing packing) {
        if (packing.redundant()) {
            return "any one node may still fail: all that runs on it finds a place";
        }
        return words.study().candidateNodes().rules().checkCapacity()
                ? "not every node may fail: some of what runs on it would find no place"
                : "whether any one node may fail was not checked";
    }

    /** Returns what is moved from where to where. */
    String move(Plan.Step step) {
        return instance(step) + ": " + words.nodes(step.from()) + " -> " + words.nodes(step.to());
    }

    /** Returns what is moved. */
    String instance(Plan.Step step) {
        return words.names()
                .of(words.study()
                        .scenario()
                        .cluster()
                        .instances()
                        .get(step.move().instance()));
    }

    private static String padded(int count) {
        return Padding.right(count, COUNT_WIDTH);
    }
}
