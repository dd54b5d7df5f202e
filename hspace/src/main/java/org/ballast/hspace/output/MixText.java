package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.capacity.mix.Flavour;
import org.ballast.capacity.mix.MixFilling;
import org.ballast.capacity.mix.MixFilling.Stage;
import org.ballast.cli.text.Padding;
import org.ballast.hspace.study.Mix;

/** The text about a catalogue of flavours. */
record MixText(StudyWords words, Mix mix) {
    private static final int COUNT_WIDTH = 3;

    /** Returns what fits, and then which flavour stops first. */
    List<TextSection> sections() {
        MixFilling filling = mix.filling();
        List<Integer> counts = filling.counts();
        List<String> facts = new ArrayList<>(List.of(
                padded(filling.wholeMixes()) + " whole mixes",
                padded(filling.placed().size()) + " instances allocated"));
        for (int k = 0; k < counts.size(); k++) {
            Flavour flavour = filling.flavours().get(k);
            facts.add(padded(counts.get(k)) + " instances of " + flavour.name() + ": weight " + flavour.weight() + ", "
                    + words.shape(flavour.shape()));
        }
        return List.of(
                TextSection.listing("Mix allocation results", facts),
                TextSection.listing("The last ones of the mix", curve()));
    }

    private List<String> curve() {
        MixFilling filling = mix.filling();
        List<String> facts = new ArrayList<>();
        for (int k = 0; k < filling.stages().size(); k++) {
            Stage stage = filling.stages().get(k);
            String later = later(stage);
            facts.add(name(stage) + " stops " + (k == 0 ? "first, " : "") + "after "
                    + Amount.count(stage.total(), "instance") + ", because of " + cause(stage)
                    + (later.isEmpty() ? "" : "; still to come are " + later));
        }
        if (filling.stages().size() < filling.flavours().size()) {
            facts.add("the filling ended before all flavours stopped");
        }
        return facts;
    }

    /** Returns which flavour stops. */
    String name(Stage stage) {
        return mix.filling().flavours().get(stage.flavour()).name();
    }

    /** Returns why it does. */
    static String cause(Stage stage) {
        String reasons = StudyWords.reasons(stage.failures());
        return reasons.isEmpty() ? "a lack of nodes" : reasons;
    }

    /** Returns how many of which flavours are placed after this one has stopped. */
    String later(Stage stage) {
        List<Integer> counts = mix.filling().counts();
        return IntStream.range(0, counts.size())
                .filter(k -> counts.get(k) > stage.counts().get(k))
                .mapToObj(k -> counts.get(k) - stage.counts().get(k) + " "
                        + mix.filling().flavours().get(k).name())
                .collect(Collectors.joining(", "));
    }

    private static String padded(long count) {
        return Padding.right(count, COUNT_WIDTH);
    }
}
