package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ballast.capacity.mix.Flavour;
import org.ballast.capacity.mix.MixFilling;
import org.ballast.capacity.mix.MixFilling.Stage;
import org.ballast.hspace.study.Mix;
import org.ballast.pages.Bars;
import org.ballast.pages.Bars.Bar;
import org.ballast.pages.Bars.Series;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;
import org.ballast.pages.Tone;
import org.ballast.pages.Unit;

/** The section of the page about a catalogue of flavours. */
record MixSection(StudyWords words, Mix mix) {

    /** Returns the section. */
    Section section() {
        return new Section("The mix", List.of(flavours(), bars(), stages()));
    }

    private Part flavours() {
        MixFilling filling = mix.filling();
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < filling.flavours().size(); k++) {
            Flavour flavour = filling.flavours().get(k);
            rows.add(List.of(
                    flavour.name(),
                    words.shape(flavour.shape()),
                    Long.toString(flavour.weight()),
                    Integer.toString(filling.counts().get(k))));
        }
        return new Part.Table(
                "The mix fits " + filling.wholeMixes() + " times",
                List.of(
                        Heading.words("flavour"),
                        Heading.words("size"),
                        Heading.numbers("weight"),
                        Heading.numbers("instances")),
                rows);
    }

    private Part bars() {
        MixFilling filling = mix.filling();
        List<Integer> counts = filling.counts();
        List<Integer> mixed = filling.stages().isEmpty()
                ? counts
                : filling.stages().getFirst().counts();
        return new Bars(
                "Instances of each flavour",
                "",
                Unit.COUNT,
                Bars.Scale.AMOUNT,
                List.of(
                        new Series("while all flavours fit", Tone.USED),
                        new Series("after the first one stopped", Tone.ADDED)),
                IntStream.range(0, counts.size())
                        .mapToObj(k -> new Bar(filling.flavours().get(k).name(), List.of((double) mixed.get(k), (double)
                                (counts.get(k) - mixed.get(k)))))
                        .toList());
    }

    private Part stages() {
        MixText text = new MixText(words, mix);
        List<List<String>> rows = new ArrayList<>();
        for (Stage stage : mix.filling().stages()) {
            String later = text.later(stage);
            rows.add(List.of(
                    text.name(stage),
                    MixText.cause(stage),
                    later.isEmpty() ? "none" : later,
                    Integer.toString(stage.total())));
        }
        return new Part.Table(
                "The last ones",
                List.of(
                        Heading.words("stops"),
                        Heading.words("because of"),
                        Heading.words("still to come"),
                        Heading.numbers("by now")),
                rows);
    }
}
