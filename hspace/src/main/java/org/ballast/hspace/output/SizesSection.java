package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ballast.capacity.FillResult.Batch;
import org.ballast.capacity.InstanceShape;
import org.ballast.pages.Columns;
import org.ballast.pages.Columns.Column;
import org.ballast.pages.Part;
import org.ballast.pages.Section;
import org.ballast.pages.Unit;

/** The section of the page about the sizes in tiered allocation. */
record SizesSection(StudyWords words) {

    /** Returns the section. */
    Section section() {
        List<Part> parts = new ArrayList<>();
        parts.add(columns(
                "Instances that get smaller as the room does",
                words.study().tiered().outcome().batches()));
        words.study()
                .packed()
                .ifPresent(
                        packed -> parts.add(columns("The same with a search", PackingText.batches(packed.tiered()))));
        return new Section("Tiered allocation", parts);
    }

    private Part columns(String title, List<Batch> batches) {
        List<Function<InstanceShape.Size, String>> varying = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<String> axis = new ArrayList<>();
        sort("memory", size -> Amount.mebibytes(size.memory()), batches, varying, axis, same);
        sort("disk", size -> Amount.mebibytes(size.disk()), batches, varying, axis, same);
        sort("vcpus", size -> Long.toString(size.vcpus()), batches, varying, axis, same);
        if (words.hasSpindles()) {
            sort("spindles", size -> Long.toString(size.spindles()), batches, varying, axis, same);
        }
        List<Column> columns = batches.stream()
                .map(batch -> new Column(name(batch, varying), batch.count()))
                .toList();
        return new Columns(title, note(axis, same), String.join("/", axis), Unit.COUNT, columns);
    }

    private static String name(Batch batch, List<Function<InstanceShape.Size, String>> varying) {
        return varying.isEmpty()
                ? "all"
                : varying.stream().map(each -> each.apply(batch.size())).collect(Collectors.joining("/"));
    }

    private static String note(List<String> axis, List<String> same) {
        String each = axis.isEmpty() ? "" : StudyWords.capitalized(String.join("/", axis)) + " of each size. ";
        return each + (same.isEmpty() ? "" : "All have " + String.join(", ", same) + ".");
    }

    /** Only what differs needs to be in the name of each column. */
    private static void sort(
            String label,
            Function<InstanceShape.Size, String> amount,
            List<Batch> batches,
            List<Function<InstanceShape.Size, String>> varying,
            List<String> axis,
            List<String> same) {
        List<String> all = batches.stream()
                .map(batch -> amount.apply(batch.size()))
                .distinct()
                .toList();
        if (all.size() > 1) {
            varying.add(amount);
            axis.add(label);
        } else {
            all.forEach(only -> same.add(only + " " + label));
        }
    }
}
