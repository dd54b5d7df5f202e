package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import org.ballast.capacity.bottleneck.Bottleneck;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.study.BottleneckDiagnosis;
import org.ballast.hspace.study.Study;
import org.ballast.pages.Page;
import org.ballast.pages.Section;

/** A study as a page with pictures, the most important things first. */
public final class PageStudy {
    private PageStudy() {}

    /** Returns the page, with full names. */
    public static Page of(Study study) {
        return of(study, new ShortNames(""));
    }

    /** Returns the page. */
    public static Page of(Study study, ShortNames names) {
        StudyWords words = new StudyWords(study, names);
        List<Section> sections = new ArrayList<>(List.of(new CapacityOverviewSection(words).section()));
        study.forecast().ifPresent(forecast -> sections.add(new ForecastSection(forecast).section()));
        sections.add(new Section("Nodes when filled", new NodeBars(words).parts()));
        study.diagnosis().ifPresent(diagnosis -> sections.addAll(new StopSection(words, diagnosis).sections()));
        if (!study.prospects().isEmpty()) {
            sections.add(new WhatIfSection(words).section());
        }
        List<Section> packing = study.packed()
                .map(packed -> new PackingSection(words, packed).sections())
                .orElse(List.of());
        packing.stream().limit(1).forEach(sections::add);
        sections.add(new SizesSection(words).section());
        study.mix().ifPresent(mix -> sections.add(new MixSection(words, mix).section()));
        // Moves can be very many.
        packing.stream().skip(1).forEach(sections::add);
        return new Page(title(study), subtitle(words), sections);
    }

    private static String title(Study study) {
        int count = study.standard().outcome().count();
        if (study.candidateNodes().stopped()) {
            return "Nothing fits: the cluster is not healthy";
        }
        if (count == 0) {
            return "No more instance fits";
        }
        boolean fitsMore = study.diagnosis()
                .map(BottleneckDiagnosis::bottleneck)
                .filter(Bottleneck::fits)
                .isPresent();
        return (fitsMore ? "At least " : "") + Amount.count(count, "more instance") + (count == 1 ? " fits" : " fit");
    }

    private static String subtitle(StudyWords words) {
        Study study = words.study();
        int groups = study.scenario().cluster().groups().size();
        return "Each with " + words.shape(study.standard().first()) + ", on "
                + Amount.count(study.scenario().cluster().nodes().size(), "node")
                + (groups > 1 ? " in " + groups + " groups" : "") + " with "
                + Amount.count(study.before().instances(), "instance") + ", as of " + study.date();
    }
}
