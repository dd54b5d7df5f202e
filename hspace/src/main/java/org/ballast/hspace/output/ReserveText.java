package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ballast.capacity.bottleneck.Reserves;
import org.ballast.capacity.bottleneck.Reserves.OfGroup;
import org.ballast.capacity.bottleneck.Reserves.OfNode;
import org.ballast.hspace.study.BottleneckDiagnosis;

/** The text about what N+1 keeps free. */
record ReserveText(StudyWords words, BottleneckDiagnosis diagnosis) {
    private static final int LARGEST = 3;

    /** Returns the sums, and the nodes that keep most. */
    TextSection section() {
        List<String> facts = new ArrayList<>();
        facts.add("in all " + text(diagnosis.after()) + " when filled, " + text(diagnosis.before()) + " as it is");
        List<OfGroup> groups = diagnosis.after().groups();
        for (OfGroup group : groups) {
            if (groups.size() > 1) {
                facts.add(words.group(group.group()) + ": " + text(group.memory(), group.total()));
            }
            group.tightest().ifPresent(failure -> facts.add(hardest(group, failure)));
        }
        largest(LARGEST).forEach(node -> facts.add(text(node)));
        return TextSection.listing("Memory kept free for failovers (N+1)", facts);
    }

    /** Returns how much is kept free in all nodes together. */
    static long memory(Reserves reserves) {
        return reserves.groups().stream().mapToLong(OfGroup::memory).sum();
    }

    private static String text(Reserves reserves) {
        return text(
                memory(reserves),
                reserves.groups().stream().mapToLong(OfGroup::total).sum());
    }

    private static String text(long memory, long total) {
        return Amount.mebibytes(memory) + " of " + Amount.mebibytes(total)
                + (total > 0 ? " (" + Amount.share(memory, total) + ")" : "");
    }

    /** Returns what happens to instances without a second copy in the worst failure of a node. */
    String hardest(OfGroup group, Reserves.NodeLoss failure) {
        return words.group(group.group()) + ": if " + words.node(failure.node()) + " fails, "
                + Amount.mebibytes(failure.needed()) + " of unmirrored instances "
                + (failure.absorbed() ? "restart" : "do not all find a place") + " in "
                + Amount.mebibytes(failure.room()) + " on other nodes";
    }

    /** Returns the nodes that keep most, the largest first, in the filled cluster. */
    List<OfNode> largest(int most) {
        return diagnosis.after().nodes().stream()
                .filter(node -> node.memory() > 0)
                .sorted(Comparator.comparingLong(OfNode::memory).reversed())
                .limit(most)
                .toList();
    }

    private String text(OfNode node) {
        boolean isShort = node.memory() > node.unallocated();
        return words.node(node.node()) + " keeps " + Amount.mebibytes(node.memory()) + " for the failure of "
                + words.nodes(node.failing())
                + (isShort ? ", but has only " + Amount.mebibytes(node.unallocated()) : "");
    }
}
