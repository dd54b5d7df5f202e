package org.ballast.planner.place;

import java.util.List;

/** The value of a choice of nodes: the less, the better. Only values of one kind are compared. */
public sealed interface PlacementValue {
    /** Returns whether this one is less; false if it is no number. */
    boolean isLessThan(PlacementValue other);

    /** Returns whether this one is not more; false if it is no number. */
    boolean isAtMost(PlacementValue other);

    /**
     * The score of the cluster with the instance in it.
     *
     * @param value the score
     */
    record ClusterScore(double value) implements PlacementValue {
        @Override
        public boolean isLessThan(PlacementValue other) {
            return value < ((ClusterScore) other).value;
        }

        @Override
        public boolean isAtMost(PlacementValue other) {
            return value <= ((ClusterScore) other).value;
        }
    }

    /**
     * Instances that no longer fit, for clusters whose nodes instances do not share: first those of the size with the
     * largest disk among the smallest sizes that the policy accepts, and so on; then the disk space left over.
     *
     * @param instances how many fewer instances of each size fit
     * @param disk free disk space, in MiB, of the nodes chosen
     */
    record LostAllocations(List<Integer> instances, long disk) implements PlacementValue {
        /** Copies the list. */
        public LostAllocations {
            instances = List.copyOf(instances);
        }

        @Override
        public boolean isLessThan(PlacementValue other) {
            LostAllocations that = (LostAllocations) other;
            for (int k = 0; k < Math.min(instances.size(), that.instances.size()); k++) {
                int order = Integer.compare(instances.get(k), that.instances.get(k));
                if (order != 0) {
                    return order < 0;
                }
            }
            int order = Integer.compare(instances.size(), that.instances.size());
            return order != 0 ? order < 0 : disk < that.disk;
        }

        @Override
        public boolean isAtMost(PlacementValue other) {
            return !other.isLessThan(this);
        }
    }
}
