package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ballast.capacity.InstanceShape;
import org.ballast.cli.text.ShortNames;
import org.ballast.hspace.study.Study;
import org.ballast.model.Placement;
import org.ballast.planner.state.Verdict;

/**
 * The names of things in a study.
 *
 * @param study the study
 * @param names how nodes and instances are named
 */
record StudyWords(Study study, ShortNames names) {

    /** Returns a node's name. */
    String node(int node) {
        return names.of(study.scenario().cluster().nodes().get(node));
    }

    /** Returns some nodes' names; of very many only the first ones. */
    String nodes(List<Integer> nodes) {
        return some(nodes.stream().map(this::node).toList());
    }

    /** Returns a group's name. */
    String group(int group) {
        return "group " + study.groupName(group);
    }

    /** Returns the nodes of an instance, the primary one first. */
    String nodes(Placement placement) {
        return node(placement.primary()) + (placement.hasSecondary() ? ":" + node(placement.secondary()) : "");
    }

    /** Returns the names that there are, or of very many the first ones and how many more there are. */
    static String some(List<String> all) {
        int most = 6;
        if (all.size() <= most) {
            return String.join(", ", all);
        }
        return String.join(", ", all.subList(0, most - 1)) + " and " + (all.size() - most + 1) + " more";
    }

    /** Returns whether spindles are of interest. */
    boolean hasSpindles() {
        return study.scenario().cluster().nodes().stream()
                .anyMatch(node -> node.spindles().exclusive());
    }

    /** Returns how large an instance is. */
    String size(InstanceShape.Size size) {
        return Amount.mebibytes(size.memory()) + " memory, " + Amount.mebibytes(size.disk()) + " disk, "
                + Amount.count(size.vcpus(), "vcpu")
                + (hasSpindles() ? ", " + Amount.count(size.spindles(), "spindle") : "");
    }

    /** Returns what an instance is like. */
    String shape(InstanceShape shape) {
        return size(shape.size()) + ", " + shape.template().label();
    }

    /** Returns the reasons for which choices of nodes were refused, the most frequent one first. */
    static String reasons(Map<Verdict, Integer> failures) {
        List<String> reasons = new ArrayList<>();
        failures.entrySet().stream()
                .filter(failure -> failure.getValue() > 0)
                .sorted(Map.Entry.<Verdict, Integer>comparingByValue().reversed())
                .forEach(failure -> reasons.add(reason(failure.getKey()) + " ("
                        + (reasons.isEmpty()
                                ? Amount.count(failure.getValue(), "choice") + " of nodes"
                                : failure.getValue())
                        + ")"));
        return String.join(", ", reasons);
    }

    /** Returns the reason of a refusal. */
    static String reason(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "nothing";
            case MEMORY -> "memory";
            case DISK -> "disk";
            case VCPUS -> "vcpus";
            case REDUNDANCY -> "redundancy";
            case EXCLUSION_TAG -> "exclusion tags";
            case MIGRATION_TAG -> "migration tags";
            case DISK_COUNT -> "number of disks";
            case SPINDLES -> "spindles";
        };
    }

    /** Makes a sentence of a fact. */
    static String sentence(String fact) {
        return capitalized(fact) + ".";
    }

    /** Begins a text with a capital. */
    static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
