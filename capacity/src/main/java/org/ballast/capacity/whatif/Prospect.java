package org.ballast.capacity.whatif;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.StandardFill;
import org.ballast.capacity.TieredFill;
import org.ballast.capacity.Totals;
import org.ballast.capacity.bottleneck.Bottleneck;
import org.ballast.capacity.bottleneck.RefusalCause;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;

/**
 * The capacity of a cluster, to be compared with that of another one.
 *
 * @param name what the cluster is called
 * @param nodes how many of its nodes are online
 * @param instances how many instances it has
 * @param losses what happened to its instances before
 * @param before what it has and uses as it is
 * @param standard how many more instances of the standard shape fit
 * @param stopped what stops the next one; nothing if no node may be used
 * @param afterStandard what it uses with them in it
 * @param tiered how many more instances fit if they may get smaller, by size, the size that was tried first in front
 * @param afterTiered what it uses with those in it
 */
public record Prospect(
        String name,
        int nodes,
        int instances,
        Losses losses,
        Totals before,
        int standard,
        Optional<RefusalCause> stopped,
        Totals afterStandard,
        List<FillResult.Batch> tiered,
        Totals afterTiered) {
    /** Copies the list. */
    public Prospect {
        tiered = List.copyOf(tiered);
    }

    /**
     * The instances to be placed.
     *
     * @param standard the shape of which as many as possible are placed
     * @param tiered shapes from which instances get smaller, one after another; may be empty
     */
    public record Wanted(InstanceShape standard, List<InstanceShape> tiered) {
        /** Copies the list. */
        public Wanted {
            tiered = List.copyOf(tiered);
        }
    }

    /** Returns how many more instances fit in tiered mode. */
    public int tieredCount() {
        return tiered.stream().mapToInt(FillResult.Batch::count).sum();
    }

    /** Fills a cluster in both ways. */
    public static Prospect of(
            String name, ClusterChange.Effect cluster, CapacityRules rules, Wanted wanted, IntConsumer progress) {
        Scenario scenario = cluster.scenario();
        ClusterState standard = new ClusterState(scenario);
        Totals before = Totals.of(standard);
        CandidateNodes candidateNodes = CandidateNodes.survey(standard, rules);
        FillResult filling =
                StandardFill.fill(standard, candidateNodes, wanted.standard(), OptionalLong.empty(), progress);
        ClusterState tiered = new ClusterState(scenario);
        FillResult tiers = TieredFill.fill(tiered, candidateNodes, wanted.tiered(), OptionalLong.empty(), progress);
        return new Prospect(
                name,
                (int) scenario.cluster().nodes().stream()
                        .filter(node -> !node.isOffline())
                        .count(),
                scenario.cluster().instances().size(),
                cluster.losses(),
                before,
                filling.placed().size(),
                Bottleneck.of(standard, candidateNodes, wanted.standard()).first(),
                Totals.of(standard),
                tiers.batches(),
                Totals.of(tiered));
    }
}
