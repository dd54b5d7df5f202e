package org.ballast.hspace.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ballast.capacity.FillResult;
import org.ballast.cli.text.FailureName;
import org.ballast.planner.state.Verdict;

/**
 * The counts of reasons for which no more instances fit: of choices of nodes that refused the next one, by Ganeti's
 * names of the reasons, the most frequent one first.
 *
 * @param counts the reasons; at least one
 */
public record FailureCounts(List<Count> counts) {
    /** A reason that Ganeti knows and that never occurs. */
    private static final Count INTERNAL = new Count("FailInternal", 0);

    /** Copies the list. */
    public FailureCounts {
        counts = List.copyOf(counts);
    }

    /**
     * The count of one reason.
     *
     * @param reason its name
     */
    public record Count(String reason, int count) {}

    /** Returns all reasons, those that did not occur as well, unless no node was tried. */
    public static FailureCounts of(FillResult filling, boolean wasStopped) {
        List<Count> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            Integer count = filling.failures().get(verdict);
            if (!verdict.accepted() && (count != null || !wasStopped)) {
                counts.add(new Count(FailureName.of(verdict), count == null ? 0 : count));
            }
        }
        if (!wasStopped) {
            counts.add(INTERNAL);
        }
        counts.sort(Comparator.comparingInt(Count::count).reversed());
        return new FailureCounts(counts);
    }

    /** Returns the most frequent reason. */
    public String mostLikely() {
        return counts.getFirst().reason();
    }
}
