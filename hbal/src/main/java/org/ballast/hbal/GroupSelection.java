package org.ballast.hbal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ballast.cli.Groups;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.model.Group;
import org.ballast.model.SafeText;
import org.ballast.planner.state.ClusterState;

/** Finds the groups to balance. */
final class GroupSelection {
    private final Console console;
    private final List<Group> groups;

    GroupSelection(Console console, List<Group> groups) {
        this.console = console;
        this.groups = groups;
    }

    /**
     * Returns the index of the group of this name or UUID, or of the only one that has nodes.
     *
     * @throws Failure if there is no such group, or more than one
     */
    int select(ClusterState state, Optional<String> wanted) {
        if (wanted.isPresent()) {
            return find(wanted.get());
        }
        List<Integer> populated = all(state);
        if (populated.size() > 1) {
            throw refused("Found multiple node groups:", populated);
        }
        return populated.getFirst();
    }

    /**
     * Returns the indices of all groups that have nodes.
     *
     * @throws Failure if there is none
     */
    List<Integer> all(ClusterState state) {
        List<Integer> populated = Groups.populated(state);
        if (populated.isEmpty()) {
            throw Failure.because("No groups found by splitCluster?!");
        }
        return populated;
    }

    private int find(String wanted) {
        List<Integer> all = IntStream.range(0, groups.size()).boxed().toList();
        List<Integer> found = all.stream()
                .filter(index -> wanted.equals(groups.get(index).name())
                        || wanted.equals(groups.get(index).uuid()))
                .toList();
        if (found.size() != 1) {
            throw refused("Node group " + wanted + " not found. Node group list is:", all);
        }
        return found.getFirst();
    }

    private Failure refused(String problem, List<Integer> listed) {
        console.note(problem);
        for (int index : listed) {
            console.note("  " + SafeText.of(groups.get(index).name()));
        }
        return Failure.because("Aborting.");
    }
}
