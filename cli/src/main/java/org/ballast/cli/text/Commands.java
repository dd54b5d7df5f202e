package org.ballast.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Action;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.ObjectName;
import org.ballast.model.Placement;

/**
 * The commands that carry out moves.
 *
 * @param cluster the cluster
 * @param names how nodes and instances are named in commands
 */
public record Commands(Cluster cluster, ShortNames names) {
    private static final String PROGRAM = "gnt-instance ";

    /** Returns one command for each action of a move that starts from this placement, in order. */
    public List<String> of(Move move, Placement from) {
        Instance instance = cluster.instances().get(move.instance());
        String name = word(names.of(instance));
        String change = instance.status().isRunning() ? "migrate" : "failover";
        List<String> commands = new ArrayList<>();
        for (Action action : move.actions(from)) {
            commands.add(PROGRAM
                    + switch (action) {
                        case Action.SwitchRoles() -> change + " -f " + name;
                        case Action.SwitchTo(int target) -> change + " -f -n " + node(target) + " " + name;
                        case Action.ReplaceSecondary(int target) -> "replace-disks -n " + node(target) + " " + name;
                        case Action.MoveDisks(int target) -> "move -f -n " + node(target) + " " + name;
                    });
        }
        return commands;
    }

    private String node(int index) {
        return word(names.of(cluster.nodes().get(index)));
    }

    /** Returns a name as one word of a shell, which the names that Ganeti gives are as they are. */
    private static String word(String name) {
        return ObjectName.isUsual(name) ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
