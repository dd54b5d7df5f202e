package org.ballast.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Action;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.ObjectName;
import org.ballast.model.Placement;
import org.ballast.model.RoleChanges;

/**
 * The commands that carry out moves.
 *
 * @param cluster the cluster
 * @param names how nodes and instances are named in commands
 * @param changes how instances come to another primary node
 */
public record Commands(Cluster cluster, ShortNames names, RoleChanges changes) {
    private static final String PROGRAM = "gnt-instance ";

    /** Creates commands that migrate what runs. */
    public Commands(Cluster cluster, ShortNames names) {
        this(cluster, names, RoleChanges.BY_STATUS);
    }

    /** Returns one command for each action of a move that starts from this placement, in order. */
    public List<String> of(Move move, Placement from) {
        Instance instance = cluster.instances().get(move.instance());
        String name = word(names.of(instance));
        Placement at = from;
        List<String> commands = new ArrayList<>();
        for (Action action : move.actions(from)) {
            String change = changes.of(cluster, move.instance(), at.primary()).command();
            commands.add(PROGRAM
                    + switch (action) {
                        case Action.SwitchRoles() -> change + " -f " + name;
                        case Action.SwitchTo(int target) -> change + " -f -n " + node(target) + " " + name;
                        case Action.ReplaceSecondary(int target) -> "replace-disks -n " + node(target) + " " + name;
                        case Action.MoveDisks(int target) -> "move -f -n " + node(target) + " " + name;
                    });
            at = action.to(at);
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
