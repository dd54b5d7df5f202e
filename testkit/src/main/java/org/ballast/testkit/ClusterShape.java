package org.ballast.testkit;

import java.util.List;
import org.ballast.model.DiskTemplate;

/**
 * The kind of a random cluster. Unless said otherwise a number is a probability from 0 to 1: of a group, node or
 * instance, whichever it is about, to have the property.
 *
 * @param sizes how much of everything
 * @param hardware what nodes are like
 * @param workload what instances are like
 * @param tagging which rules tags switch on
 * @param faults what is wrong with the cluster
 */
public record ClusterShape(Sizes sizes, Hardware hardware, Workload workload, Tagging tagging, Faults faults) {
    private static final List<DiskTemplate> OTHER_TEMPLATES = List.of(
            DiskTemplate.PLAIN,
            DiskTemplate.PLAIN,
            DiskTemplate.DISKLESS,
            DiskTemplate.FILE,
            DiskTemplate.SHARED_FILE,
            DiskTemplate.BLOCK,
            DiskTemplate.RBD,
            DiskTemplate.EXT,
            DiskTemplate.EXT,
            DiskTemplate.GLUSTER);

    /** One group of equal nodes with running DRBD instances that all fit, and nothing special anywhere. */
    public static final ClusterShape PLAIN = new ClusterShape(
            new Sizes(1, 8, 40),
            new Hardware(1, 0, 0, 0, 0, 0, 0, 0),
            new Workload(1, OTHER_TEMPLATES, 0, 0, 0, 0, 0.5, 0.5, 0.4, 0.5, 1),
            new Tagging(0, 0, 0, 0),
            new Faults(0, 0, 0, 0, 0, 0));

    /**
     * The sizes of a cluster.
     *
     * @param groups number of groups
     * @param nodes most nodes of a group
     * @param instances most instances of the cluster; fewer if they do not fit
     */
    public record Sizes(int groups, int nodes, int instances) {}

    /**
     * The hardware of nodes.
     *
     * @param identical all nodes of a group are the same
     * @param exclusiveStorage instances of the group own whole spindles
     * @param oddSpeed the CPUs are faster or slower than ordinary
     * @param reservedCpus the node keeps CPUs for itself
     * @param noDisk there is no local storage
     * @param noSpindles there is no spindle
     * @param offline the node is offline
     * @param unreachable nothing is known of the node
     */
    public record Hardware(
            double identical,
            double exclusiveStorage,
            double oddSpeed,
            double reservedCpus,
            double noDisk,
            double noSpindles,
            double offline,
            double unreachable) {}

    /**
     * The instances of a cluster.
     *
     * @param drbd disks are mirrored by DRBD, not of another kind
     * @param others the other kinds, each as likely as it is often here
     * @param stopped it is in another state than running
     * @param pinned it is excluded from balancing
     * @param forthcoming it is only planned
     * @param zeroSized it has no memory, disk or vCPUs
     * @param sameSize it has one of few round sizes
     * @param memoryFill the part of all memory that instances would fill
     * @param diskFill the part of all disk space that instances would fill
     * @param cpuFill the part of all virtual CPUs (at a ratio of 4) that instances would fill
     * @param skew how far early nodes get more instances; 0 for even, from 1 on for clearly more
     */
    public record Workload(
            double drbd,
            List<DiskTemplate> others,
            double stopped,
            double pinned,
            double forthcoming,
            double zeroSized,
            double sameSize,
            double memoryFill,
            double diskFill,
            double cpuFill,
            double skew) {
        /** Copies the list. */
        public Workload {
            others = List.copyOf(others);
        }
    }

    /**
     * The rules that tags switch on, and how many carriers of the tags there are.
     *
     * @param exclusion an instance has a tag that excludes others
     * @param location a node has a failure domain
     * @param desired an instance desires a location
     * @param migration a node has a migration tag
     */
    public record Tagging(double exclusion, double location, double desired, double migration) {}

    /**
     * The faults of a cluster.
     *
     * @param crowded an instance is placed though it does not fit
     * @param inconsistent a node's free figures differ from its totals and instances
     * @param strictPolicy a group has a policy of its own
     * @param split an instance has its nodes in two groups
     * @param misplaced an instance lacks the secondary node it should have, or has one that it should not have
     * @param emptyGroup a group has no nodes
     */
    public record Faults(
            double crowded,
            double inconsistent,
            double strictPolicy,
            double split,
            double misplaced,
            double emptyGroup) {}

    /** Returns a small and often nasty shape: most properties are absent, some are frequent. */
    public static ClusterShape random(Dice dice) {
        Sizes sizes = new Sizes(1 + dice.weighted(70, 18, 8, 4), nodes(dice), instances(dice));
        Hardware hardware = new Hardware(
                dice.knob(0.5, 0.5, 1),
                dice.knob(0.1, 0.5, 1),
                dice.knob(0.15, 0.2, 1),
                dice.knob(0.2, 0.2, 1),
                dice.knob(0.05, 0.1, 0.5),
                dice.knob(0.02, 0.1, 0.5),
                dice.knob(0.3, 0.05, 0.4),
                dice.knob(0.03, 0.05, 0.2));
        Workload workload = new Workload(
                dice.chance(0.6) ? 1 : dice.fraction(),
                OTHER_TEMPLATES,
                dice.knob(0.5, 0.05, 0.5),
                dice.knob(0.3, 0.05, 0.5),
                dice.knob(0.1, 0.05, 0.4),
                dice.knob(0.08, 0.05, 0.5),
                dice.knob(0.5, 0.3, 1),
                0.1 + 0.8 * dice.fraction(),
                0.05 + 0.7 * dice.fraction(),
                0.1 + 0.7 * dice.fraction(),
                dice.knob(0.8, 0.3, 3));
        Tagging tagging = new Tagging(
                dice.knob(0.3, 0.1, 0.8), dice.knob(0.25, 0.3, 1), dice.knob(0.2, 0.1, 0.8), dice.knob(0.15, 0.1, 0.8));
        Faults faults = new Faults(
                dice.knob(0.25, 0.02, 0.5),
                dice.knob(0.2, 0.1, 1),
                dice.knob(0.25, 0.3, 1),
                dice.knob(0.5, 0.02, 0.1),
                dice.knob(0.02, 0.02, 0.1),
                dice.knob(0.3, 0.2, 0.8));
        return new ClusterShape(sizes, hardware, workload, tagging, faults);
    }

    private static int nodes(Dice dice) {
        return switch (dice.weighted(3, 6, 45, 33, 13)) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> dice.between(3, 6);
            case 3 -> dice.between(7, 12);
            default -> dice.between(13, 25);
        };
    }

    private static int instances(Dice dice) {
        return switch (dice.weighted(2, 8, 55, 25, 10)) {
            case 0 -> 0;
            case 1 -> dice.between(1, 5);
            case 2 -> dice.between(6, 30);
            case 3 -> dice.between(31, 60);
            default -> dice.between(61, 120);
        };
    }
}
