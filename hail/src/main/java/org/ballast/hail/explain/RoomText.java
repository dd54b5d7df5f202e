package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.cli.text.Commands;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.SafeText;

/**
 * The text about how room can be made, in words and as commands.
 *
 * @param cluster the cluster before the moves
 */
public record RoomText(Cluster cluster) {

    /** Returns the lines for people, each with its line feed. */
    public String of(RoomOutcome room) {
        return switch (room) {
            case NoRoom none ->
                "No room for " + SafeText.of(none.instance()) + " was found by " + none.moves()
                        + (none.moves() == 1 ? " move.\n" : " moves or fewer.\n");
            case RoomRefused refused ->
                "No moves can make room for " + refused.instance() + ": " + refused.reason() + ".\n";
            case MadeRoom made -> of(made);
        };
    }

    private String of(MadeRoom made) {
        StringBuilder text = new StringBuilder("Room for ").append(SafeText.of(made.instance()));
        int moves = made.moves().size();
        text.append(" can be made by ").append(moves).append(moves == 1 ? " move" : " moves");
        text.append(", copying ").append(made.dataMib()).append(" MiB:\n");
        for (List<String> commands : commands(made)) {
            commands.forEach(
                    command -> text.append("  ").append(SafeText.of(command)).append('\n'));
        }
        return text.append("It then fits on ")
                .append(SafeText.of(String.join(":", nodes(made.placement()))))
                .append(".\n")
                .toString();
    }

    /** Returns the commands that make each move. */
    List<List<String>> commands(MadeRoom made) {
        Commands names = new Commands(cluster, new ShortNames(""));
        Map<Integer, Placement> moved = new HashMap<>();
        List<List<String>> commands = new ArrayList<>();
        for (Move move : made.moves()) {
            int instance = move.instance();
            Placement from = moved.getOrDefault(
                    instance, cluster.instances().get(instance).placement());
            commands.add(names.of(move, from));
            moved.put(instance, move.to(from));
        }
        return commands;
    }

    /** Returns the names of an instance's nodes, the primary one first. */
    List<String> nodes(Placement placement) {
        List<String> names = new ArrayList<>();
        names.add(cluster.nodes().get(placement.primary()).name());
        if (placement.hasSecondary()) {
            names.add(cluster.nodes().get(placement.secondary()).name());
        }
        return names;
    }
}
