package org.ballast.planner.place.allocate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Placement;
import org.ballast.model.Utilisation;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.GroupPolicy;
import org.ballast.planner.place.NodeFilter;
import org.ballast.planner.place.PlacementValue;
import org.ballast.planner.place.RepeatedPlacing;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.Trial;
import org.ballast.planner.state.Verdict;

/**
 * The search for an instance's nodes where instances own their storage: there balance means nothing, and the choice is
 * best that leaves room for most further instances of the smallest accepted sizes.
 *
 * <p>Source: hail(1) of Ganeti 3.0, and its design document on dedicated allocation.
 */
final class DedicatedAllocator {
    private final ClusterState state;
    private final AllocationRules rules;
    private final Trial trial;
    private final RepeatedPlacing counter;
    /** Instances of the smallest sizes that each group accepts, the largest disk first. */
    private final Map<Integer, List<Integer>> samples = new HashMap<>();

    DedicatedAllocator(ClusterState state, AllocationRules rules) {
        this.state = state;
        this.rules = rules;
        trial = new Trial(state);
        counter = new RepeatedPlacing(state);
    }

    private List<Integer> samples(int group) {
        InstancePolicy policy = state.scenario().cluster().groups().get(group).policy();
        return policy.ranges().stream()
                .map(InstancePolicy.Range::min)
                .sorted(Comparator.comparingLong(InstanceSpec::diskSize).reversed())
                .map(spec -> state.add(sample(spec), Utilisation.UNMEASURED))
                .toList();
    }

    private static Instance sample(InstanceSpec spec) {
        return new Instance(
                "sample",
                spec.memory(),
                spec.diskSize(),
                List.of(),
                spec.cpus(),
                InstanceStatus.RUNNING,
                false,
                Placement.NOWHERE,
                DiskTemplate.PLAIN,
                List.of(),
                spec.spindleUse(),
                false,
                List.of());
    }

    /** Searches nodes for an instance that is nowhere; the state stays as it is. */
    Allocation allocate(int i, AllocationTargets targets) {
        if (rules.users().isEmpty()) {
            return allocate(i, targets, NodeFilter.NONE);
        }
        Allocation kept = allocate(i, targets, rules.users().get().of(i));
        return kept.best().isEmpty() && rules.ignoreSoftErrors() ? allocate(i, targets, NodeFilter.NONE) : kept;
    }

    private Allocation allocate(int i, AllocationTargets targets, NodeFilter filter) {
        Allocation.Tally tally = new Allocation.Tally();
        switch (targets) {
            case AllocationTargets.Single single -> {
                for (int node : single.nodes()) {
                    weigh(tally, filter, i, node, Placement.NONE);
                }
            }
            case AllocationTargets.Pairs pairs -> {
                for (int primary : pairs.primaries()) {
                    for (int secondary : pairs.secondaries()) {
                        if (secondary != primary && state.groupOf(secondary) == state.groupOf(primary)) {
                            weigh(tally, filter, i, primary, secondary);
                        }
                    }
                }
            }
        }
        return tally.result();
    }

    private void weigh(Allocation.Tally tally, NodeFilter filter, int i, int primary, int secondary) {
        Verdict verdict = GroupPolicy.verdict(state, i, primary);
        if (verdict.accepted()) {
            verdict = trial.allocate(i, primary, secondary, rules.ignoreSoftErrors());
        }
        if (verdict.accepted() && !filter.permits(primary, secondary)) {
            verdict = Verdict.EXCLUSION_TAG;
        }
        if (!verdict.accepted()) {
            tally.refuse(verdict, 1);
            return;
        }
        List<Integer> lost = new ArrayList<>();
        for (int sample : samples.computeIfAbsent(state.groupOf(primary), this::samples)) {
            int fewer = counter.count(primary, sample) - counter.countAfter(trial, 0, sample);
            if (secondary != Placement.NONE) {
                fewer += counter.count(secondary, sample) - counter.countAfter(trial, 1, sample);
            }
            lost.add(fewer);
        }
        long disk = trial.freeDisk(0) + (secondary == Placement.NONE ? 0 : trial.freeDisk(1));
        Placement placement = secondary == Placement.NONE ? Placement.on(primary) : new Placement(primary, secondary);
        tally.accept(1);
        tally.offer(new Allocation.Choice(placement, new PlacementValue.LostAllocations(lost, disk)));
    }
}
