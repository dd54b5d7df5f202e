package org.ballast.hspace.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.Totals;
import org.ballast.capacity.whatif.Prospect;
import org.ballast.hspace.forecast.Forecast;
import org.ballast.model.Scenario;

/**
 * The results about a cluster's capacity.
 *
 * @param date the day on which the cluster was looked at
 * @param scenario the cluster as it is
 * @param candidateNodes where instances may be placed
 * @param before what the cluster has and uses as it is
 * @param tiered how it is filled with ever smaller instances
 * @param standard how it is filled with instances of one size
 * @param hail where an allocator would place the first of them
 * @param diagnosis what stops the next one, if that was asked for
 * @param packed what a search found room for, if one was asked for
 * @param mix how it is filled with a catalogue of flavours, if there is one
 * @param prospects the cluster as it is, and what would be with each of several changes; none if none was asked about
 * @param forecast when resources run out, if there is a history
 */
public record Study(
        LocalDate date,
        Scenario scenario,
        CandidateNodes candidateNodes,
        Totals before,
        Fill tiered,
        Fill standard,
        HailAnswer hail,
        Optional<BottleneckDiagnosis> diagnosis,
        Optional<Packed> packed,
        Optional<Mix> mix,
        List<Prospect> prospects,
        Optional<Forecast> forecast) {

    /** Copies the list. */
    public Study {
        prospects = List.copyOf(prospects);
    }

    /** Returns the full name of a node. */
    public String nodeName(int node) {
        return scenario.cluster().nodes().get(node).name();
    }

    /** Returns the name of a group. */
    public String groupName(int group) {
        return scenario.cluster().groups().get(group).name();
    }
}
