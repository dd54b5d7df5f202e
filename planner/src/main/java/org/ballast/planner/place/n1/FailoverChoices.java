package org.ballast.planner.place.n1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.planner.place.GroupPolicy;
import org.ballast.planner.state.ClusterState;

/**
 * Whether the instances of a failed node find places, decided without a score: all choices of nodes with enough memory and
 * disk space are followed, of nodes with equal room one. Where all of them end alike, so does the {@link NodeFailureSimulation},
 * whichever of them it takes. Nodes that leave the same sizes behind and have no room themselves share one answer.
 *
 * <p>Only where nothing but memory and disk space counts: without mirrored instances, migration tags, exclusive storage.
 */
public final class FailoverChoices {
    /** So many choices are followed at most. */
    private static final int MOST_CHOICES = 200;

    /** So many different rooms are considered at most. */
    private static final int MOST_SPACES = 16;

    private final ClusterState state;
    private final SharedFailoverRooms rooms;
    private final Map<Question, Decision> known = new HashMap<>();
    private int choices;

    public FailoverChoices(ClusterState state, SharedFailoverRooms rooms) {
        this.state = state;
        this.rooms = rooms;
    }

    /** How the evacuation ends. */
    enum Decision {
        /** All instances find places. */
        YES,
        /** Some instance finds none. */
        NO,
        /** That depends on the choices. */
        OPEN
    }

    /**
     * What a new instance takes from a node.
     *
     * @param node the node, or -1
     */
    public record Taken(int node, long memory, long disk) {
        public static final Taken NOTHING = new Taken(-1, 0, 0);
    }

    /** What an instance takes of the node that it comes to. */
    private record Size(long memory, boolean local, long disk) {}

    /** Free room of a node. */
    private record Space(long memory, long disk) {
        boolean takes(Size size) {
            return memory - size.memory > 0 && (!size.local || disk - size.disk > 0);
        }

        Space without(Size size) {
            return new Space(memory - size.memory, size.local ? disk - size.disk : disk);
        }
    }

    /**
     * A kind of failed nodes.
     *
     * @param self the node, if it has room that other nodes of the kind would find; else -1
     */
    private record Question(int group, int self, List<Size> sizes, Taken taken) {}

    /**
     * Answers for one node.
     *
     * @param arriving an instance that runs there, too, or -1
     * @param taken what is taken on one of the nodes
     */
    public Decision of(int node, int arriving, Taken taken) {
        int group = state.groupOf(node);
        if (state.hasMigrationTags() || rooms.hasExclusive(group)) {
            return Decision.OPEN;
        }
        List<Integer> restartable = new ArrayList<>();
        List<Integer> recreated = new ArrayList<>();
        if (arriving >= 0 && !add(arriving, restartable, recreated)) {
            return Decision.OPEN;
        }
        for (int i : state.primariesOf(node)) {
            if (!add(i, restartable, recreated)) {
                return Decision.OPEN;
            }
        }
        // The order of Evacuation.Residents.
        recreated.sort((one, other) ->
                Long.compare(state.instance(other).memory(), state.instance(one).memory()));
        for (int i : recreated) {
            if (!GroupPolicy.verdict(state, i, node).accepted()) {
                return Decision.OPEN;
            }
        }
        List<Size> sizes = new ArrayList<>(restartable.size() + recreated.size());
        restartable.forEach(i -> sizes.add(size(i)));
        recreated.forEach(i -> sizes.add(size(i)));
        boolean hasRoom = takesAny(space(node, taken), sizes);
        return known.computeIfAbsent(new Question(group, hasRoom ? node : -1, sizes, taken), this::answer);
    }

    private boolean add(int i, List<Integer> restartable, List<Integer> recreated) {
        Instance instance = state.instance(i);
        DiskTemplate template = instance.template();
        if (template == DiskTemplate.DRBD || instance.memory() < 0 || instance.disk() < 0) {
            return false;
        }
        (template.isRestartableAnywhere() ? restartable : recreated).add(i);
        return true;
    }

    private Size size(int i) {
        Instance instance = state.instance(i);
        boolean local = instance.template().usesLocalStorage();
        return new Size(FailoverRoomBound.memory(instance), local, local ? instance.disk() : 0);
    }

    private Space space(int node, Taken taken) {
        boolean isTaken = node == taken.node;
        return new Space(
                state.unallocatedMemory(node) - (isTaken ? taken.memory : 0),
                state.freeDisk(node) - (isTaken ? taken.disk : 0));
    }

    private Decision answer(Question question) {
        Map<Space, Integer> open = new LinkedHashMap<>();
        for (int node : rooms.nodesOf(question.group)) {
            Space space = space(node, question.taken);
            if (node != question.self && (open.containsKey(space) || takesAny(space, question.sizes))) {
                open.merge(space, 1, Integer::sum);
                if (open.size() > MOST_SPACES) {
                    return Decision.OPEN;
                }
            }
        }
        choices = 0;
        return follow(question.sizes, 0, open);
    }

    private static boolean takesAny(Space space, List<Size> sizes) {
        for (Size size : sizes) {
            if (space.takes(size)) {
                return true;
            }
        }
        return false;
    }

    private Decision follow(List<Size> sizes, int at, Map<Space, Integer> open) {
        if (at == sizes.size()) {
            return Decision.YES;
        }
        Size size = sizes.get(at);
        boolean succeeds = false;
        boolean fails = false;
        for (Space space : open.keySet()) {
            if (!space.takes(size)) {
                continue;
            }
            if (++choices > MOST_CHOICES) {
                return Decision.OPEN;
            }
            Map<Space, Integer> after = new LinkedHashMap<>(open);
            after.merge(space, -1, (one, other) -> one + other == 0 ? null : one + other);
            after.merge(space.without(size), 1, Integer::sum);
            Decision end = follow(sizes, at + 1, after);
            succeeds |= end != Decision.NO;
            fails |= end != Decision.YES;
            if (succeeds && fails) {
                return Decision.OPEN;
            }
        }
        return succeeds ? Decision.YES : Decision.NO;
    }
}
