package org.ballast.iallocator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads replies, for the test of what writes them. */
final class Replies {
    private static final String SUCCEEDED = "Request successful: ";
    private static final String FAILED = "Request failed: ";

    private Replies() {}

    /** Returns the reply to a request of this type. */
    static Reply parse(String text, Request request) throws IOException {
        Map<?, ?> reply;
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            reply = (Map<?, ?>) value(parser);
        }
        String info = (String) reply.get("info");
        if (!(boolean) reply.get("success")) {
            return new Reply.Refused(info.substring(FAILED.length()));
        }
        String said = info.substring(SUCCEEDED.length());
        Object result = reply.get("result");
        return switch (request) {
            case Request.Allocate _ -> new Reply.Allocated(said, strings(result));
            case Request.AllocateSecondary _ -> new Reply.AllocatedSecondary(said, (String) result);
            case Request.Relocate _ -> new Reply.Relocated(strings(result));
            case Request.MultiAllocate _ ->
                new Reply.MultiAllocated(
                        lists(item(result, 0)).stream()
                                .map(each -> new Reply.Placed((String) each.get(0), strings(each.get(1))))
                                .toList(),
                        failed(item(result, 1)));
            case Request.NodeEvacuate _, Request.ChangeGroup _ -> moves(result);
        };
    }

    private static Reply.Moves moves(Object result) {
        return new Reply.Moves(
                lists(item(result, 0)).stream()
                        .map(each -> new Reply.Moved((String) each.get(0), (String) each.get(1), strings(each.get(2))))
                        .toList(),
                failed(item(result, 1)),
                lists(item(result, 2)).stream()
                        .map(job -> job.stream()
                                .map(step -> opcode((Map<?, ?>) step))
                                .toList())
                        .toList());
    }

    private static Opcode opcode(Map<?, ?> step) {
        String instance = (String) step.get("instance_name");
        Optional<String> target = Optional.ofNullable((String) step.get("target_node"));
        return switch ((String) step.get("OP_ID")) {
            case "OP_INSTANCE_MIGRATE" -> new Opcode.InstanceMigrate(instance, target);
            case "OP_INSTANCE_FAILOVER" -> new Opcode.InstanceFailover(instance, target);
            case "OP_INSTANCE_REPLACE_DISKS" ->
                new Opcode.InstanceReplaceDisks(instance, (String) step.get("remote_node"));
            default -> throw new IllegalArgumentException("unknown step " + step);
        };
    }

    private static List<Reply.Failed> failed(Object instances) {
        return lists(instances).stream()
                .map(each -> new Reply.Failed((String) each.get(0), (String) each.get(1)))
                .toList();
    }

    private static Object item(Object list, int index) {
        return ((List<?>) list).get(index);
    }

    private static List<List<?>> lists(Object list) {
        List<List<?>> lists = new ArrayList<>();
        ((List<?>) list).forEach(each -> lists.add((List<?>) each));
        return lists;
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(each -> (String) each).toList();
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> fields = new TreeMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> parser.getText();
        };
    }
}
