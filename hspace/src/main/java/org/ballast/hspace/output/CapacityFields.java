package org.ballast.hspace.output;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.bottleneck.RefusalCause;
import org.ballast.cli.json.JsonDocument;
import org.ballast.cli.text.FailureName;
import org.ballast.hspace.study.FailureCounts;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.planner.state.Verdict;

/**
 * Writers of the fields that recur in a document about the capacity of a cluster.
 *
 * @param document the document
 * @param cluster knows the names
 */
record CapacityFields(JsonDocument document, Cluster cluster) {

    /** Writes an object, or null if there is none. */
    <T> void object(String name, Optional<T> value, Consumer<T> content) {
        if (value.isPresent()) {
            object(name, () -> content.accept(value.get()));
        } else {
            document.putNull(name);
        }
    }

    void object(String name, Runnable content) {
        document.startObject(name);
        content.run();
        document.endObject();
    }

    /** Writes an array of objects. */
    <T> void list(String name, Iterable<T> values, Consumer<? super T> content) {
        document.startArray(name);
        for (T value : values) {
            document.startObject();
            content.accept(value);
            document.endObject();
        }
        document.endArray();
    }

    /** Writes a number, without a fraction if it is whole; null if it is none. */
    void number(String name, double value) {
        if (Numerals.isWhole(value)) {
            document.put(name, (long) value);
        } else {
            document.put(name, value);
        }
    }

    void number(String name, OptionalLong value) {
        if (value.isPresent()) {
            document.put(name, value.getAsLong());
        } else {
            document.putNull(name);
        }
    }

    /** Writes a text, or null if there is none. */
    void text(String name, Optional<String> value) {
        if (value.isPresent()) {
            document.put(name, value.get());
        } else {
            document.putNull(name);
        }
    }

    /** Returns the name of a constant: small letters, its words joined by hyphens. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes how often there is each reason, the most frequent one first. */
    void reasons(String name, Map<RefusalCause, Integer> counts) {
        Comparator<Map.Entry<RefusalCause, Integer>> order = Map.Entry.<RefusalCause, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey());
        list(name, counts.entrySet().stream().sorted(order).toList(), entry -> {
            document.put("reason", word(entry.getKey()));
            document.put("count", entry.getValue());
        });
    }

    /** Writes reasons by Ganeti's names, those that occurred. */
    void failures(String name, FailureCounts failures) {
        list(name, failures.counts().stream().filter(each -> each.count() > 0).toList(), each -> {
            document.put("reason", each.reason());
            document.put("count", each.count());
        });
    }

    /** Writes reasons by Ganeti's names, those that occurred, the most frequent one first. */
    void failures(String name, Map<Verdict, Integer> failures) {
        failures(
                name,
                new FailureCounts(failures.entrySet().stream()
                        .filter(entry -> !entry.getKey().accepted())
                        .map(entry -> new FailureCounts.Count(FailureName.of(entry.getKey()), entry.getValue()))
                        .sorted((one, other) -> Integer.compare(other.count(), one.count()))
                        .toList()));
    }

    void shape(String name, InstanceShape shape) {
        object(name, () -> {
            size(shape.size());
            document.put("disk_template", shape.template().label());
            document.put("nodes", shape.requiredNodes());
        });
    }

    void size(InstanceShape.Size size) {
        document.put("memory", size.memory());
        document.put("disk", size.disk());
        document.put("vcpus", size.vcpus());
        document.put("spindles", size.spindles());
    }

    void batch(FillResult.Batch batch) {
        size(batch.size());
        document.put("count", batch.count());
    }

    void placement(Placement placement) {
        document.put("primary", node(placement.primary()));
        text("secondary", placement.hasSecondary() ? Optional.of(node(placement.secondary())) : Optional.empty());
    }

    String node(int node) {
        return cluster.nodes().get(node).name();
    }

    String group(int group) {
        return cluster.groups().get(group).name();
    }
}
