package org.ballast.hail.explain;

import java.util.List;
import java.util.Optional;
import org.ballast.cli.console.Console;
import org.ballast.cli.json.JsonDocument;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.ReplyWriter;
import org.ballast.model.Cluster;
import org.ballast.model.Move;

/** A reply and the explanations beside it as one document of the format {@code ballast-explanation}. */
public final class AdviceJson {
    private static final String FORMAT = "ballast-explanation";
    private static final int VERSION = 1;

    private final Cluster cluster;
    private final JsonDocument document;

    private AdviceJson(Cluster cluster, JsonDocument document) {
        this.cluster = cluster;
        this.document = document;
    }

    /** Writes the document; the cluster is the one before the reply. */
    public static void write(Console console, Cluster cluster, Reply reply, Advice advice) {
        try (JsonDocument document = JsonDocument.start(console, FORMAT, VERSION)) {
            document.putDocument("reply", ReplyWriter.write(reply));
            AdviceJson json = new AdviceJson(cluster, document);
            advice.explanation().ifPresent(json::write);
            if (!advice.rooms().isEmpty()) {
                document.startArray("room");
                advice.rooms().forEach(json::write);
                document.endArray();
            }
        }
    }

    private void write(ReplyExplanation explanation) {
        document.startObject("explanation");
        put("nearest_miss", explanation.nearestMiss());
        document.startArray("instances");
        explanation.findings().forEach(this::write);
        document.endArray();
        document.endObject();
    }

    private void write(InstanceFinding finding) {
        document.startObject();
        document.put("instance", finding.instance());
        switch (finding) {
            case InstanceFinding.Granted granted -> {
                document.put("outcome", "granted");
                document.put("nodes", granted.nodes());
                groups(granted.groups());
            }
            case InstanceFinding.Denied denied -> {
                document.put("outcome", "denied");
                put("nearest_miss", denied.nearestMiss());
                put("obstacle", denied.obstacle());
                groups(denied.groups());
            }
            case InstanceFinding.Blocked blocked -> {
                document.put("outcome", "blocked");
                document.put("reason", blocked.reason());
                put("advice", blocked.advice());
            }
            case InstanceFinding.NotSearched notSearched -> {
                document.put("outcome", "unasked");
                document.put("reason", notSearched.reason());
            }
        }
        document.endObject();
    }

    private void groups(List<GroupFinding> findings) {
        document.startArray("groups");
        for (GroupFinding finding : findings) {
            document.startObject();
            document.put("group", finding.group());
            document.put("allocation_policy", finding.policy().label());
            switch (finding) {
                case GroupFinding.Closed closed -> document.put("closed", closed.reason());
                case GroupFinding.SearchedGroup searched -> write(searched);
            }
            document.endObject();
        }
        document.endArray();
    }

    private void write(GroupFinding.SearchedGroup searched) {
        put("barred", searched.barred());
        document.put("offline", searched.left().offline());
        document.put("not_considered", searched.left().unwanted());
        document.startArray("roles");
        searched.roles().forEach(this::write);
        document.endArray();
        searched.capacity().ifPresent(capacity -> {
            document.startObject("capacity");
            document.put("refused", capacity.refused());
            putMiss("nearest", capacity.nearest());
            document.endObject();
        });
        putMiss("nearest", searched.nearest());
    }

    private void write(RoleFinding finding) {
        document.startObject();
        document.put("role", finding.role().label());
        put("beside", finding.besides());
        document.put("asked", finding.asked());
        document.put("willing", finding.willing());
        document.startArray("refused");
        for (RoleFinding.Refused refused : finding.refused()) {
            document.startObject();
            document.put("reason", refused.reason().label());
            document.put("nodes", refused.nodes());
            putMiss("nearest", Optional.of(refused.nearest()));
            document.endObject();
        }
        document.endArray();
        document.endObject();
    }

    private void write(RoomOutcome room) {
        document.startObject();
        document.put("instance", room.instance());
        switch (room) {
            case NoRoom none -> {
                document.put("found", false);
                document.put("most_moves", none.moves());
            }
            case RoomRefused refused -> {
                document.put("found", false);
                document.put("reason", refused.reason());
            }
            case MadeRoom made -> {
                document.put("found", true);
                document.put("data_mib", made.dataMib());
                RoomText text = new RoomText(cluster);
                document.put("nodes", text.nodes(made.placement()));
                document.startArray("moves");
                List<List<String>> commands = text.commands(made);
                for (int k = 0; k < commands.size(); k++) {
                    Move move = made.moves().get(k);
                    document.startObject();
                    document.put(
                            "instance", cluster.instances().get(move.instance()).name());
                    document.put("kind", move.kind());
                    document.put("commands", commands.get(k));
                    document.endObject();
                }
                document.endArray();
            }
        }
        document.endObject();
    }

    private void put(String name, Optional<String> value) {
        value.ifPresentOrElse(text -> document.put(name, text), () -> document.putNull(name));
    }

    private void putMiss(String name, Optional<NearestShortfall> shortfall) {
        if (shortfall.isEmpty()) {
            document.putNull(name);
            return;
        }
        document.startObject(name);
        document.put("nodes", shortfall.get().nodes());
        document.put("sentence", shortfall.get().sentence());
        document.put("distance", shortfall.get().distance());
        document.endObject();
    }
}
