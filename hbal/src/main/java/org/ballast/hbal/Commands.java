package org.ballast.hbal;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Action;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Plan;

/**
 * The commands that carry out moves.
 *
 * @param cluster the cluster that is balanced
 * @param names how nodes and instances are named in commands
 */
record Commands(Cluster cluster, ShortNames names) {
    private static final String PROGRAM = "gnt-instance ";

    /** Returns one command for each action of the step, in order. */
    List<String> of(Plan.Step step) {
        Instance instance = cluster.instances().get(step.move().instance());
        String name = names.of(instance);
        String change = instance.status().isRunning() ? "migrate" : "failover";
        List<String> commands = new ArrayList<>();
        for (Action action : step.move().actions(step.from())) {
            commands.add(PROGRAM
                    + switch (action) {
                        case Action.SwitchRoles() -> change + " -f " + name;
                        case Action.SwitchTo(int target) -> change + " -f -n " + node(target) + " " + name;
                        case Action.ReplaceSecondary(int target) -> "replace-disks -n " + node(target) + " " + name;
                    });
        }
        return commands;
    }

    private String node(int index) {
        return names.of(cluster.nodes().get(index));
    }
}
