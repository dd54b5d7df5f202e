package org.ballast.mobility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.rules.MoveRules;
import org.ballast.planner.balance.Neighbourhood;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;

/** Which moves a planner considers, before it is asked whether nodes have room. */
@FunctionalInterface
public interface MovePermission {
    /** Returns whether the planner considers a move of an instance that is there. */
    boolean allows(Move move, Placement from);

    /** Returns the name of a users' rule that forbids an instance to go to a place, if there is one. */
    default Optional<String> forbiddenBy(int instance, Placement to) {
        return Optional.empty();
    }

    /** Returns what is considered where the best single move is made again and again. */
    static MovePermission stepwise(ClusterState state, List<Integer> groups, MoveRules rules) {
        Map<Integer, Neighbourhood> neighbourhoods = new HashMap<>();
        groups.forEach(group -> neighbourhoods.put(group, new Neighbourhood(state, group, rules)));
        return (move, from) -> {
            int group = state.groupOf(from.primary());
            Placement to = move.to(from);
            return neighbourhoods.containsKey(group)
                    && MoveKind.of(move)
                            .map(kind -> (neighbourhoods.get(group).kinds(move.instance()) & kind.bit()) != 0)
                            .orElse(false)
                    && isOpen(state, group, to.primary(), from)
                    && (!to.hasSecondary() || isOpen(state, group, to.secondary(), from));
        };
    }

    private static boolean isOpen(ClusterState state, int group, int node, Placement from) {
        boolean stays = node == from.primary() || node == from.secondary();
        return stays || (state.groupOf(node) == group && !state.isOffline(node));
    }
}
