package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.capacity.Totals;
import org.ballast.capacity.bottleneck.Bottleneck;
import org.ballast.capacity.bottleneck.RefusalCause;
import org.ballast.hspace.study.BottleneckDiagnosis;
import org.ballast.hspace.study.FillOutcome;
import org.ballast.hspace.study.Study;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Fact;
import org.ballast.pages.Part.Heading;
import org.ballast.pages.Section;
import org.ballast.planner.state.Verdict;

/** The figures that are read first, and the sums over all nodes. */
record CapacityOverviewSection(StudyWords words) {

    /** Returns the section. */
    Section section() {
        return new Section("At a glance", List.of(new Part.Facts(facts()), totals()));
    }

    private Study study() {
        return words.study();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "More instances",
                Integer.toString(study().standard().outcome().count()),
                words.size(study().standard().first().size())));
        facts.add(first());
        study().forecast().map(ForecastSection::full).ifPresent(facts::add);
        study().diagnosis().map(CapacityOverviewSection::kept).ifPresent(facts::add);
        study().packed()
                .map(packed -> new Fact(
                        "Optimized",
                        Integer.toString(packed.standard().count()),
                        PackingText.comparison(packed.standard())))
                .ifPresent(facts::add);
        study().mix()
                .map(mix -> new Fact(
                        "Whole mixes",
                        Long.toString(mix.filling().wholeMixes()),
                        Amount.count(mix.filling().placed().size(), "instance") + " in all"))
                .ifPresent(facts::add);
        return facts;
    }

    private Fact first() {
        String label = "Runs out first";
        if (study().candidateNodes().stopped()) {
            return new Fact(
                    label,
                    "health",
                    "nothing is placed because of "
                            + words.nodes(study().candidateNodes().unhealthyNodes()));
        }
        if (study().candidateNodes().open().isEmpty()) {
            return new Fact(label, "nodes", "none may be used");
        }
        Optional<Bottleneck> bottleneck = study().diagnosis().map(BottleneckDiagnosis::bottleneck);
        Optional<RefusalCause> reason = bottleneck.flatMap(Bottleneck::first);
        if (bottleneck.isPresent() && reason.isPresent()) {
            int nodes = bottleneck.get().nodes().size();
            return new Fact(
                    label,
                    reason.get().label(),
                    "stops it on " + stopped(bottleneck.get(), reason.get()) + " of " + Amount.count(nodes, "node"));
        }
        Map<Verdict, Integer> failures = study().standard().outcome().filling().failures();
        int choices = failures.values().stream().mapToInt(Integer::intValue).sum();
        return failures.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(failure -> failure.getValue() > 0 && bottleneck.stream().noneMatch(Bottleneck::fits))
                .map(failure -> new Fact(
                        label,
                        StudyWords.reason(failure.getKey()),
                        "in " + failure.getValue() + " of " + Amount.count(choices, "refused choice")))
                .orElseGet(() -> bottleneck.stream().anyMatch(Bottleneck::fits)
                        ? new Fact(label, "nothing", "one more would fit")
                        : new Fact(label, "nodes", "there are too few"));
    }

    private static int stopped(Bottleneck bottleneck, RefusalCause reason) {
        return (int) bottleneck.nodes().stream()
                .filter(node -> node.primary().reason() == reason
                        || node.secondary()
                                .filter(stop -> stop.reason() == reason)
                                .isPresent())
                .count();
    }

    private static Fact kept(BottleneckDiagnosis diagnosis) {
        long memory = ReserveText.memory(diagnosis.after());
        long total = diagnosis.after().groups().stream()
                .mapToLong(group -> group.total())
                .sum();
        return new Fact(
                "Kept free for failovers",
                Amount.mebibytes(memory),
                total > 0 ? Amount.share(memory, total) + " of all memory" : "");
    }

    private Part.Table totals() {
        Totals now = study().before();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Memory",
                Amount.mebibytes(now.memory().total()),
                part(now.memory().taken(), now.memory().total()),
                part(now.memory().reserved(), now.memory().total()),
                part(now.memory().available(), now.memory().total()),
                after(study().standard().outcome(), totals -> totals.memory().usage()),
                after(study().tiered().outcome(), totals -> totals.memory().usage())));
        rows.add(List.of(
                "Disk",
                Amount.mebibytes(now.disk().total()),
                part(now.disk().taken(), now.disk().total()),
                part(now.disk().reserved(), now.disk().total()),
                part(now.disk().available(), now.disk().total()),
                after(study().standard().outcome(), totals -> totals.disk().usage()),
                after(study().tiered().outcome(), totals -> totals.disk().usage())));
        boolean isLimited = now.vcpus().limit().signum() >= 0;
        rows.add(List.of(
                "Virtual CPUs",
                isLimited ? now.vcpus().limit().toString() : "any",
                Long.toString(now.vcpus().taken()),
                "",
                isLimited ? Long.toString(now.unused().vcpus()) : "any",
                after(study().standard().outcome(), totals -> totals.vcpus().usage()),
                after(study().tiered().outcome(), totals -> totals.vcpus().usage())));
        if (words.hasSpindles()) {
            rows.add(List.of(
                    "Spindles",
                    Long.toString(now.spindles().total()),
                    Long.toString(now.spindles().taken()),
                    "",
                    Long.toString(now.spindles().free()),
                    after(
                            study().standard().outcome(),
                            totals -> totals.spindles().usage()),
                    after(
                            study().tiered().outcome(),
                            totals -> totals.spindles().usage())));
        }
        rows.add(List.of(
                "Instances",
                "",
                Integer.toString(now.instances()),
                "",
                "",
                Integer.toString(study().standard().outcome().after().instances()),
                Integer.toString(study().tiered().outcome().after().instances())));
        return new Part.Table(
                "",
                List.of(
                        Heading.words("All nodes"),
                        Heading.numbers("there is"),
                        Heading.numbers("used now"),
                        Heading.numbers("kept free"),
                        Heading.numbers("for new ones"),
                        Heading.numbers("filled, one size"),
                        Heading.numbers("filled, tiered")),
                rows);
    }

    private interface Usage {
        double of(Totals totals);
    }

    private static String after(FillOutcome outcome, Usage usage) {
        double used = usage.of(outcome.after());
        return Double.isFinite(used) && used >= 0 ? Amount.share(used, 1) : "";
    }

    private static String part(long amount, double total) {
        return Amount.mebibytes(amount)
                + (total > 0 && amount > 0 ? " (" + Amount.share((double) amount, total) + ")" : "");
    }
}
