package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ballast.capacity.CandidateNodes;
import org.ballast.hspace.study.HailAnswer;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Placement;
import org.ballast.planner.place.allocate.GroupSearch;

/** The text about an allocator's answer, and why it can differ from that of filling. */
record HailText(StudyWords words) {

    /** Returns the answer, and the difference if there is one. */
    List<String> facts() {
        List<String> facts = new ArrayList<>(List.of(answer()));
        HailAnswer hail = words.study().hail();
        if (!hail.agrees()) {
            facts.add(hail.planned()
                    .map(nodes -> "hspace begins on " + words.nodes(nodes))
                    .orElse("hspace places none"));
            facts.addAll(reasons());
        }
        return facts;
    }

    /** Returns the answer in one sentence. */
    String answer() {
        HailAnswer hail = words.study().hail();
        String same = hail.agrees() ? ", as hspace does" : "";
        return hail.placement()
                .map(nodes -> "hail would place it on " + words.nodes(nodes) + same)
                .orElseGet(() -> "hail would refuse it" + same + ": " + refusals());
    }

    private String refusals() {
        List<HailAnswer.OfGroup> groups = words.study().hail().refusals();
        if (groups.isEmpty()) {
            return "no group has the nodes it takes";
        }
        return groups.stream().map(this::refusals).collect(Collectors.joining("; "));
    }

    /** A group that would place it and is not chosen takes no new instances. */
    private String refusals(HailAnswer.OfGroup group) {
        String name = words.group(group.group());
        String reasons = StudyWords.reasons(group.failures());
        if (reasons.isEmpty()) {
            return name + " takes no new instances";
        }
        boolean isOne = words.study().scenario().cluster().groups().size() == 1;
        return isOne ? reasons : name + ": " + reasons;
    }

    /** Returns what can make the two differ. */
    List<String> reasons() {
        HailAnswer hail = words.study().hail();
        List<String> reasons = hail.planned().isPresent() ? sinceHspacePlaces(hail) : sinceHspacePlacesNone(hail);
        return reasons.isEmpty() ? List.of("hail looks at each group on its own") : reasons;
    }

    private List<String> sinceHspacePlacesNone(HailAnswer hail) {
        CandidateNodes candidateNodes = words.study().candidateNodes();
        List<String> reasons = new ArrayList<>();
        if (candidateNodes.stopped()) {
            reasons.add("hspace places nothing while a node could not host the failovers it may have to ("
                    + words.nodes(candidateNodes.unhealthyNodes()) + "); hail only looks at the nodes it chooses");
        } else if (hail.placement()
                .filter(nodes -> !candidateNodes.open().contains(nodes.primary()))
                .isPresent()) {
            reasons.add("hspace leaves out groups that are not healthy; hail does not");
        } else if (words.study()
                .diagnosis()
                .filter(each -> each.bottleneck().fits())
                .isPresent()) {
            reasons.add("hspace was told to place none");
        }
        return reasons;
    }

    private List<String> sinceHspacePlaces(HailAnswer hail) {
        Cluster cluster = words.study().scenario().cluster();
        CandidateNodes candidateNodes = words.study().candidateNodes();
        List<String> reasons = new ArrayList<>();
        if (hail.placement().isPresent() && !policy(hail.placement()).equals(policy(hail.planned()))) {
            reasons.add("hail takes preferred groups before those of last resort; hspace takes the nodes that leave the"
                    + " best balance, in whichever group");
        }
        if (GroupSearch.isDedicated(cluster, Optional.empty())) {
            reasons.add("where no node shares its storage, hail goes by the room that is left over; hspace by balance");
        } else if (candidateNodes.rules().checkCapacity()
                && words.study().standard().first().requiredNodes() > 1) {
            reasons.add("hail also checks that any one node may fail afterwards; hspace relies on what secondary nodes"
                    + " keep free for mirrored instances");
        }
        if (candidateNodes.rules().acceptExistingErrors()) {
            reasons.add("hspace was told to accept that some nodes may not fail; hail does not");
        }
        return reasons;
    }

    private Optional<AllocationPolicy> policy(Optional<Placement> placement) {
        Cluster cluster = words.study().scenario().cluster();
        return placement.map(nodes -> cluster.groups()
                .get(cluster.nodes().get(nodes.primary()).group())
                .allocationPolicy());
    }
}
