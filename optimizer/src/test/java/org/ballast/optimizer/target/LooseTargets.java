package org.ballast.optimizer.target;

import java.util.List;
import java.util.stream.IntStream;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;
import org.ballast.testkit.Dice;

/** Draws places for instances that exist and are as their template wants them, wherever nodes have room or not. */
final class LooseTargets {
    private final ClusterState state;
    private final int[] groups;
    private final Dice dice;
    private final List<Integer> instances;

    LooseTargets(ClusterState state, int[] groups, Dice dice) {
        this.state = state;
        this.groups = groups;
        this.dice = dice;
        instances = IntStream.range(0, state.instanceCount())
                .filter(this::isSound)
                .boxed()
                .toList();
    }

    private boolean isSound(int i) {
        Instance instance = state.instance(i);
        Placement at = state.placement(i);
        return !instance.forthcoming()
                && at.primary() != at.secondary()
                && at.hasSecondary() == instance.template().hasSecondary()
                && (instance.totalSpindles().isPresent() || !state.nodes.exclusiveStorage[at.primary()])
                && isCounted(at.primary())
                && (!at.hasSecondary() || state.groupOf(at.primary()) == state.groupOf(at.secondary()));
    }

    private boolean isCounted(int node) {
        return IntStream.of(groups).anyMatch(group -> group == state.groupOf(node));
    }

    boolean isEmpty() {
        return instances.isEmpty();
    }

    int someone() {
        return dice.pick(instances);
    }

    /** Returns another place in one of the groups, offline nodes included. */
    Placement place(int i) {
        Placement first = state.placement(i);
        int group = dice.chance(0.2) ? groups[dice.between(0, groups.length - 1)] : state.groupOf(first.primary());
        int[] nodes = state.nodesOf(group);
        if (!first.hasSecondary()) {
            return nodes.length == 0 ? first : Placement.on(one(nodes));
        }
        int primary = nodes.length < 2 || dice.chance(0.3) ? first.primary() : one(nodes);
        int secondary = nodes.length < 2 || dice.chance(0.3) ? first.secondary() : one(nodes);
        boolean isWhole = primary != secondary && state.groupOf(primary) == state.groupOf(secondary);
        return isWhole ? new Placement(primary, secondary) : first.swapped();
    }

    private int one(int[] nodes) {
        return nodes[dice.between(0, nodes.length - 1)];
    }
}
