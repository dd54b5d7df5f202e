package org.ballast.hspace.output;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.ballast.capacity.Totals;
import org.ballast.capacity.bottleneck.RefusalCause;
import org.ballast.capacity.whatif.Losses;
import org.ballast.capacity.whatif.Prospect;
import org.ballast.cli.text.Padding;
import org.ballast.cli.text.TextTable;

/** The table that compares the cluster with hypothetical changes. */
record WhatIfTable(StudyWords words) {
    private static final int WIDEST = 24;
    private static final String GAP = "..";
    private static final String USED = "  used";

    /**
     * A row.
     *
     * @param label what is compared
     * @param cells a text for each prospect
     */
    record Row(String label, List<String> cells) {}

    /** Returns the table under a heading, and the instances lost by changes. */
    TextSection section() {
        List<TextTable.Column> columns = new ArrayList<>(List.of(TextTable.Column.word("")));
        titles().forEach(title -> columns.add(TextTable.Column.number(title)));
        TextTable table = new TextTable(" ", columns);
        for (Row row : rows(true)) {
            List<String> cells = new ArrayList<>(List.of(row.label()));
            cells.addAll(row.cells());
            table.add(cells);
        }
        List<String> body = new ArrayList<>(
                table.toString().lines().map(String::stripTrailing).toList());
        TextSection.listing("", remarks()).body().forEach(body::add);
        return new TextSection("What if", body);
    }

    private List<Prospect> prospects() {
        return words.study().prospects();
    }

    /** Wide names are shortened and numbered; the remarks have them in full. */
    private List<String> titles() {
        return IntStream.range(0, prospects().size())
                .mapToObj(k -> {
                    String name = name(prospects().get(k));
                    return isWide(name) ? "[" + k + "] " + elided(name) : name;
                })
                .toList();
    }

    /** Returns what the cluster is called, with short names of nodes. */
    String name(Prospect prospect) {
        String suffix = words.names().suffix();
        return suffix.isEmpty() ? prospect.name() : prospect.name().replace(suffix, "");
    }

    private static boolean isWide(String name) {
        return Padding.length(name) > WIDEST;
    }

    private static String elided(String name) {
        int[] points = name.codePoints().toArray();
        int head = WIDEST / 2;
        int tail = WIDEST - head - GAP.length();
        return new String(points, 0, head) + GAP + new String(points, points.length - tail, tail);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (int k = 0; k < prospects().size(); k++) {
            String name = name(prospects().get(k));
            if (isWide(name)) {
                remarks.add("[" + k + "] is " + name);
            }
        }
        prospects().forEach(prospect -> remarks.addAll(losses(prospect)));
        return remarks;
    }

    /** Returns what happens to instances that are there already. */
    List<String> losses(Prospect prospect) {
        Losses losses = prospect.losses();
        List<String> facts = new ArrayList<>();
        String subject = "with " + name(prospect) + ", ";
        addNames(facts, subject, losses.stranded(), " no node left");
        addNames(facts, subject, losses.recreated(), " to be restored: local disks are gone");
        addNames(facts, subject, losses.unmirrored(), " no second copy of disks");
        return facts;
    }

    private void addNames(List<String> facts, String subject, List<String> instances, String loss) {
        if (!instances.isEmpty()) {
            facts.add(subject
                    + StudyWords.some(
                            instances.stream().map(words.names()::shortened).toList())
                    + (instances.size() == 1 ? " has" : " have")
                    + loss);
        }
    }

    /** Returns the rows, with those that tell what is in use already if they are wanted. */
    List<Row> rows(boolean withUse) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("nodes", Prospect::nodes));
        rows.add(row("instances", Prospect::instances));
        if (prospects().stream()
                .anyMatch(prospect -> !prospect.losses().stranded().isEmpty())) {
            rows.add(row("stranded", prospect -> prospect.losses().stranded().size()));
        }
        rows.add(mebibytes("memory", totals -> totals.memory().total()));
        if (withUse) {
            rows.add(mebibytes(USED, totals -> totals.memory().taken()));
        }
        rows.add(mebibytes("disk", totals -> totals.disk().total()));
        if (withUse) {
            rows.add(mebibytes(USED, totals -> totals.disk().taken()));
        }
        rows.add(row("vcpus", prospect -> vcpus(prospect.before().vcpus().limit())));
        if (withUse) {
            rows.add(row(USED, prospect -> prospect.before().vcpus().taken()));
        }
        if (words.hasSpindles()) {
            rows.add(row("spindles", prospect -> prospect.before().spindles().total()));
        }
        rows.add(counts("standard more", Prospect::standard));
        rows.add(counts("tiered more", Prospect::tieredCount));
        rows.add(row(
                "stopped by",
                prospect -> prospect.stopped().map(RefusalCause::label).orElse("no node")));
        return rows;
    }

    private Row mebibytes(String label, ToDoubleFunction<Totals> amount) {
        return row(label, prospect -> Amount.mebibytes(amount.applyAsDouble(prospect.before())));
    }

    private Row row(String label, Function<Prospect, Object> value) {
        return new Row(
                label, prospects().stream().map(value).map(Object::toString).toList());
    }

    private Row counts(String label, ToIntFunction<Prospect> count) {
        int now = count.applyAsInt(prospects().getFirst());
        return new Row(
                label,
                prospects().stream()
                        .map(prospect -> counted(count.applyAsInt(prospect), now))
                        .toList());
    }

    private static String counted(int count, int now) {
        int change = count - now;
        return count + (change == 0 ? "" : " (" + (change > 0 ? "+" : "") + change + ")");
    }

    /** A ratio below zero allows any number of virtual CPUs. */
    private static String vcpus(BigInteger limit) {
        return limit.signum() < 0 ? "any" : limit.toString();
    }
}
