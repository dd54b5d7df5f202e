package org.ballast.optimizer.target;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ballast.model.Placement;
import org.ballast.optimizer.rules.Rulebook;
import org.ballast.optimizer.rules.WaivedRules;
import org.ballast.planner.state.ClusterState;

/**
 * One assignment of instances to nodes, with its score, the rules it breaks and what it takes to get there from where
 * instances are. Trying a change costs a fraction of a microsecond.
 */
public final class TargetAssignment {
    /** The change of the score where a rule or a node refuses. */
    public static final double REFUSED = DenseState.REFUSED;

    private static final double MILLIS = 1000;

    /** What a broken rule weighs in units of the score: more than any balance. */
    private static final double VIOLATION = 1e4;

    private final ClusterState start;
    private final int[] groups;
    private final TargetRules rules;
    private final DenseState state;
    private final AllowedPlacements allowed;
    private final RelocationCost relocationCost;
    private final Rulebook rulebook;
    private final int[] movable;
    private final boolean[] isMovable;
    private final OvercommitGuard overcommit;
    private final TabuPlacements tabu;

    private final RoleResidents primaries;
    private final RoleResidents secondaries;
    private final int[] moved;
    private final int[] movedAt;
    private int movedCount;
    private int moves;
    private long dataMib;
    private long work;
    private long restarts;

    /**
     * Starts where instances are.
     *
     * @param groups the groups whose nodes count and take instances
     */
    public TargetAssignment(ClusterState start, int[] groups, TargetRules rules) {
        this(start, groups, rules, new TabuPlacements(start));
    }

    private TargetAssignment(ClusterState start, int[] groups, TargetRules rules, TabuPlacements tabu) {
        this.start = start;
        this.groups = groups.clone();
        this.rules = rules;
        this.tabu = tabu;
        state = new DenseState(start, groups, rules.moves().ignoreSoftErrors());
        allowed = new AllowedPlacements(start, groups, rules);
        int count = state.instanceCount();
        int[] firstPrimary = IntStream.range(0, count).map(state::firstPrimary).toArray();
        int[] firstSecondary =
                IntStream.range(0, count).map(state::firstSecondary).toArray();
        relocationCost = new RelocationCost(start.scenario().cluster(), rules.rates(), firstPrimary, firstSecondary);
        rulebook = rules.rulebook(start.scenario().cluster());
        movable = IntStream.range(0, count)
                .filter(i -> allowed.isMovable(i) && rulebook.movable(i))
                .toArray();
        isMovable = new boolean[count];
        overcommit = new OvercommitGuard(start, rules.moves().ignoreSoftErrors());
        int nodes = start.scenario().cluster().nodes().size();
        primaries = new RoleResidents(nodes, count);
        secondaries = new RoleResidents(nodes, count);
        for (int i : movable) {
            isMovable[i] = true;
            primaries.add(state.primary(i), i);
            if (hasSecondary(i)) {
                secondaries.add(state.secondary(i), i);
            }
        }
        moved = new int[count];
        movedAt = new int[count];
        Arrays.fill(movedAt, -1);
    }

    /** Returns an independent copy with the same start, the same tabu placements and the same target. */
    public TargetAssignment copy() {
        TargetAssignment copy = new TargetAssignment(start, groups, rules, tabu);
        copy.placeAll(placements());
        return copy;
    }

    /** Returns what targets may look like. */
    public TargetRules rules() {
        return rules;
    }

    /** Returns the state that instances start from; it never changes. */
    public ClusterState start() {
        return start;
    }

    /** Returns the groups whose nodes count and take instances. */
    public int[] groups() {
        return groups.clone();
    }

    /** Returns the nodes that take instances, in order of their groups. */
    public int[] targets() {
        return state.onlineNodes();
    }

    /** Returns the primary node whose failure a node keeps most memory for, or -1. */
    int mostNeeded(int node) {
        return state.mostNeeded(node);
    }

    /** Returns whether two nodes are in the same group. */
    boolean isSameGroup(int one, int other) {
        return start.groupOf(one) == start.groupOf(other);
    }

    /** Returns the online nodes of a node's group; the same array for all of them, not to be changed. */
    int[] groupOf(int node) {
        return state.groupOf(node);
    }

    /** Returns the mean data of one copy of a movable instance's disks or, without local disks, its memory, in MiB. */
    double meanMib() {
        return IntStream.of(movable)
                .mapToLong(relocationCost::typicalMib)
                .average()
                .orElse(0);
    }

    /** Returns a price of a MiB at which not even a move that balanced everything would be worth its data. */
    public double dearestPrice() {
        return score() / Math.max(1, meanMib());
    }

    /** Returns how many instances there are. */
    public int instanceCount() {
        return state.instanceCount();
    }

    /** Returns the instances that may move, in order. */
    public int[] movable() {
        return movable.clone();
    }

    /** Returns whether an instance may move. */
    public boolean isMovable(int i) {
        return isMovable[i];
    }

    /** Returns the primary node of an instance. */
    public int primary(int i) {
        return state.primary(i);
    }

    /** Returns the secondary node of an instance, or {@link Placement#NONE}. */
    public int secondary(int i) {
        return state.secondary(i);
    }

    /** Returns the primary node that an instance has at the start. */
    public int firstPrimary(int i) {
        return state.firstPrimary(i);
    }

    /** Returns the secondary node that an instance has at the start, or {@link Placement#NONE}. */
    public int firstSecondary(int i) {
        return state.firstSecondary(i);
    }

    /** Returns the score. */
    public double score() {
        return state.score();
    }

    /** Returns what it takes to get there. */
    public ChangeCost changeCost() {
        return new ChangeCost(moves, dataMib, movedCount, work / MILLIS, restarts);
    }

    /** Returns the data that has to go over the network for one instance, in MiB. */
    public long dataMib(int i) {
        return relocationCost.dataMib(i, state.primary(i), state.secondary(i));
    }

    /** Returns the weight of all broken placement rules. */
    public int violations() {
        return rulebook.violations();
    }

    /** Returns the users' rules that are nearer to being kept than at the start, and still broken. */
    public WaivedRules partlyRepaired() {
        return rulebook.partlyRepaired();
    }

    /** Returns what is minimised if change is free: the score, and before it all placement rules. */
    public double worth() {
        return state.score() + VIOLATION * rulebook.violations();
    }

    /** Returns by how much the worth would rise if a movable instance were elsewhere, or {@link #REFUSED}. */
    public double rise(int i, int primary, int secondary) {
        if (!allowed.allows(i, primary, secondary)
                || tabu.forbid(i, primary, secondary)
                || overcommit.forbids(i, state.primary(i), state.secondary(i), primary, secondary)) {
            return REFUSED;
        }
        double rise = state.rise(i, primary, secondary);
        return rulebook.hasRules(i) ? rise + VIOLATION * rulebook.rise(i, primary, secondary) : rise;
    }

    /**
     * Estimates by how much the score would rise if an instance came to each of the online nodes of its group; see
     * {@link DenseState#scan}.
     */
    boolean scan(int i, boolean becomesPrimary, int other, int from, int to, double[] rises) {
        return state.scan(i, becomesPrimary, other, from, to, rises);
    }

    /** Returns the online nodes of the group that an instance runs in. */
    int[] onlineNodes(int i) {
        return state.onlineNodes(i);
    }

    /** Returns by how much what it takes would rise if an instance were elsewhere. */
    public double costRise(int i, int primary, int secondary, PenaltyWeights penaltyWeights) {
        int p = state.primary(i);
        int s = state.secondary(i);
        boolean isHome = isHome(i, primary, secondary);
        return penaltyWeights.ofMib()
                        * (relocationCost.pricedMib(i, primary, secondary) - relocationCost.pricedMib(i, p, s))
                + penaltyWeights.ofMove()
                        * (relocationCost.moves(i, primary, secondary) - relocationCost.moves(i, p, s))
                + penaltyWeights.ofInstance() * ((isHome ? 0 : 1) - (movedAt[i] < 0 ? 0 : 1))
                + penaltyWeights.ofSecond()
                        / MILLIS
                        * (relocationCost.work(i, primary, secondary) - relocationCost.work(i, p, s));
    }

    private boolean isHome(int i, int primary, int secondary) {
        return primary == state.firstPrimary(i) && secondary == state.firstSecondary(i);
    }

    /** Puts a movable instance elsewhere. */
    public void place(int i, int primary, int secondary) {
        int p = state.primary(i);
        int s = state.secondary(i);
        moves += relocationCost.moves(i, primary, secondary) - relocationCost.moves(i, p, s);
        restarts += relocationCost.restarts(i, primary, secondary) - relocationCost.restarts(i, p, s);
        dataMib += relocationCost.dataMib(i, primary, secondary) - relocationCost.dataMib(i, p, s);
        if (p != primary) {
            primaries.remove(p, i);
            primaries.add(primary, i);
        }
        if (s != secondary) {
            secondaries.remove(s, i);
            secondaries.add(secondary, i);
        }
        overcommit.place(i, p, s, primary, secondary);
        state.place(i, primary, secondary);
        rulebook.place(i, primary, secondary);
        boolean isHome = isHome(i, primary, secondary);
        if (isHome && movedAt[i] >= 0) {
            int last = moved[--movedCount];
            moved[movedAt[i]] = last;
            movedAt[last] = movedAt[i];
            movedAt[i] = -1;
        } else if (!isHome && movedAt[i] < 0) {
            movedAt[i] = movedCount;
            moved[movedCount++] = i;
        }
        work += relocationCost.work(i, primary, secondary) - relocationCost.work(i, p, s);
    }

    /** Keeps an instance from a place from now on, because moves do not lead there, or cost more than was thought. */
    public void bar(int i, Placement place) {
        tabu.add(i, place);
    }

    /** Returns how many instances are not where they were at the start. */
    public int movedCount() {
        return movedCount;
    }

    /** Returns one of the instances that are not where they were at the start; their order has no meaning. */
    public int moved(int position) {
        return moved[position];
    }

    /** Returns the movable instances that run on each node. */
    RoleResidents primaries() {
        return primaries;
    }

    /** Returns the movable instances that have their secondary on each node. */
    RoleResidents secondaries() {
        return secondaries;
    }

    /** Returns whether an instance has a second copy of its disks. */
    public boolean hasSecondary(int i) {
        return state.secondary(i) != Placement.NONE;
    }

    /** Returns where all instances are, by index. */
    public Placement[] placements() {
        return IntStream.range(0, state.instanceCount())
                .mapToObj(i -> new Placement(state.primary(i), state.secondary(i)))
                .toArray(Placement[]::new);
    }

    /** Puts all instances where these are. */
    public void placeAll(Placement[] placements) {
        for (int i : movable) {
            place(i, placements[i].primary(), placements[i].secondary());
        }
    }
}
