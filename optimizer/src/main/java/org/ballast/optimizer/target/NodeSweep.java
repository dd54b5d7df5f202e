package org.ballast.optimizer.target;

import java.util.SplittableRandom;
import org.ballast.model.Placement;

/**
 * A sampler of an instance's next node: estimates for all nodes in one sweep, and a draw among them with the odds that
 * annealing gives each, staying included. At low temperatures that finds a good place among hundreds at the cost of a
 * few single tries.
 */
final class NodeSweep {
    /** Estimates that turn out wrong are drawn again so often. */
    private static final int DRAWS = 8;
    /** Places whose odds are below this power of e are not worth a draw. */
    private static final double HORIZON = 20;
    /**
     * Of more nodes than this, those in a window of this width are estimated; the best of so many is near the best of
     * all.
     */
    private static final int WIDTH = 512;
    /** What an estimate may be off, in shares of the temperature, to be as good as the truth. */
    private static final double SLACK = 0.1;

    private final TargetAssignment assignment;
    private final SplittableRandom random;
    private double[] rises = {};

    private int instance;
    private boolean becomesPrimary;
    private int other;
    private int from;
    private int to;

    NodeSweep(TargetAssignment assignment, SplittableRandom random) {
        this.assignment = assignment;
        this.random = random;
    }

    /** Returns a placement drawn for an instance, which is its present one if it stays. */
    Placement sample(int i, PenaltyWeights penaltyWeights, double temperature) {
        Placement stay = new Placement(assignment.primary(i), assignment.secondary(i));
        int[] nodes = assignment.onlineNodes(i);
        if (rises.length < nodes.length) {
            rises = new double[nodes.length];
        }
        chooseRole(i, stay);
        from = nodes.length <= WIDTH ? 0 : random.nextInt(nodes.length - WIDTH + 1);
        to = from + Math.min(WIDTH, nodes.length);
        if (!assignment.scan(i, becomesPrimary, other, from, to, rises)) {
            return stay;
        }
        addCosts(nodes, stay, penaltyWeights);
        for (int draw = 0; draw < DRAWS; draw++) {
            int k = draw(temperature);
            if (k == to) {
                return stay;
            }
            int p = primary(nodes[k]);
            int s = secondary(nodes[k]);
            double rise = assignment.rise(i, p, s) + assignment.costRise(i, p, s, penaltyWeights);
            if (rise <= rises[k] + SLACK * temperature) {
                return new Placement(p, s);
            }
            rises[k] = rise;
        }
        return stay;
    }

    private void chooseRole(int i, Placement stay) {
        instance = i;
        becomesPrimary = !stay.hasSecondary() || random.nextBoolean();
        other = stay.hasSecondary() && random.nextBoolean() ? stay.primary() : stay.secondary();
    }

    private int primary(int target) {
        return becomesPrimary ? target : other;
    }

    private int secondary(int target) {
        return becomesPrimary ? other : target;
    }

    /** Nodes that never held the instance cost the same; it is new on each of them. */
    private void addCosts(int[] nodes, Placement stay, PenaltyWeights penaltyWeights) {
        double ofNewNode = 0;
        boolean isKnown = false;
        for (int k = from; k < to; k++) {
            int node = nodes[k];
            if (node == stay.primary() || node == stay.secondary()) {
                rises[k] = Double.POSITIVE_INFINITY;
            } else if (node == assignment.firstPrimary(instance) || node == assignment.firstSecondary(instance)) {
                rises[k] += costRise(node, penaltyWeights);
            } else {
                ofNewNode = isKnown ? ofNewNode : costRise(node, penaltyWeights);
                isKnown = true;
                rises[k] += ofNewNode;
            }
        }
    }

    private double costRise(int node, PenaltyWeights penaltyWeights) {
        return assignment.costRise(instance, primary(node), secondary(node), penaltyWeights);
    }

    /** Draws a position, or the end of the window to stay. */
    private int draw(double temperature) {
        double least = 0;
        for (int k = from; k < to; k++) {
            least = Math.min(least, rises[k]);
        }
        double horizon = least + HORIZON * temperature;
        double sum = Math.exp(least / temperature);
        int drawn = to;
        for (int k = from; k < to; k++) {
            if (rises[k] < horizon) {
                double odds = Math.exp((least - rises[k]) / temperature);
                sum += odds;
                drawn = random.nextDouble() * sum < odds ? k : drawn;
            }
        }
        return drawn;
    }

    /** Returns the number of placements that are estimated for an instance. */
    int width(int i) {
        return Math.min(WIDTH, assignment.onlineNodes(i).length);
    }
}
