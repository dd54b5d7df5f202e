package org.ballast.checker;

import java.util.List;
import java.util.Set;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.model.Utilisation;

/**
 * An instance as the plan checker sees it, wherever it is placed.
 *
 * @param index its index in the cluster
 * @param instance the instance; its placement is the one at the start and of no interest later
 * @param load its measured load
 * @param exclusionTags tags by which it excludes others, with repetitions
 * @param desiredLocations location tags that it wants its primary node to have
 */
record CheckedInstance(
        int index, Instance instance, Utilisation load, List<String> exclusionTags, Set<String> desiredLocations) {

    /** Returns an instance that the scenario does not know, or not in this form. */
    static CheckedInstance of(TagRules tags, int index, Instance instance) {
        return new CheckedInstance(
                index, instance, Utilisation.UNMEASURED, tags.exclusionTags(instance), tags.desiredLocations(instance));
    }

    static CheckedInstance of(Scenario scenario, int index) {
        Instance instance = scenario.cluster().instances().get(index);
        return new CheckedInstance(
                index,
                instance,
                scenario.utilisation().get(index),
                scenario.tags().exclusionTags(instance),
                scenario.tags().desiredLocations(instance));
    }

    /** Returns whether it exists already; one that does not counts in planned figures only. */
    boolean isReal() {
        return !instance.forthcoming();
    }

    /** Returns the disk space that each copy takes of a node's volume group. */
    long localDisk() {
        return instance.template().usesLocalStorage() ? instance.disk() : 0;
    }

    long spindleUse() {
        return instance.template().usesLocalStorage() ? instance.spindleUse() : 0;
    }

    long vcpus() {
        return instance.status() == InstanceStatus.ADMIN_OFFLINE ? 0 : instance.vcpus();
    }

    /** Returns the memory it takes of its primary node now. */
    long memoryInUse() {
        return instance.usesMemory() ? instance.memory() : 0;
    }

    /** Returns the memory that its secondary node keeps free for it. */
    long failoverMemory() {
        return instance.reservesMemory() ? instance.memory() : 0;
    }
}
