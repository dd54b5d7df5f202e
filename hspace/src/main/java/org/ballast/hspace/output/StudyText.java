package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.forecast.ForecastText;
import org.ballast.hspace.study.Study;

/**
 * The terminal form of a study: what was asked for beyond filling the cluster, as lines that follow Ganeti's
 * report. Each line is one fact.
 */
public final class StudyText {
    private StudyText() {}

    /** Returns the lines, with full names; none if nothing more was asked for. */
    public static List<String> lines(Study study) {
        return lines(study, new ShortNames(""));
    }

    /** Returns the lines; none if nothing more was asked for. */
    public static List<String> lines(Study study, ShortNames names) {
        StudyWords words = new StudyWords(study, names);
        List<TextSection> sections = new ArrayList<>();
        study.packed().ifPresent(packed -> sections.addAll(new PackingText(words, packed).sections()));
        study.mix().ifPresent(mix -> sections.addAll(new MixText(words, mix).sections()));
        if (!study.prospects().isEmpty()) {
            sections.add(new WhatIfTable(words).section());
        }
        study.diagnosis().ifPresent(diagnosis -> {
            sections.add(new StopText(words, diagnosis.bottleneck()).section());
            sections.addAll(new ExpansionText(words).sections(diagnosis.expansions()));
            sections.add(new ReserveText(words, diagnosis).section());
            sections.add(
                    TextSection.listing("What hail would answer to a request for one", new HailText(words).facts()));
        });
        study.forecast()
                .ifPresent(forecast -> sections.add(TextSection.listing(
                        "Forecast of " + forecast.today(),
                        ForecastText.lines(forecast).stream().map(String::strip).toList())));
        return sections.stream().map(TextSection::lines).flatMap(List::stream).toList();
    }
}
