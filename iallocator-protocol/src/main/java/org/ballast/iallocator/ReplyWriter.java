package org.ballast.iallocator;

import java.util.List;
import java.util.Optional;

/**
 * The writer of replies, to the letter as Ganeti's: no blanks, keys in a fixed order, and no escapes but those that
 * JSON demands.
 */
public final class ReplyWriter {
    private static final String SUCCEEDED = "Request successful: ";
    private static final String FAILED = "Request failed: ";
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int FEW = 1 << 8;

    private final StringBuilder text = new StringBuilder(FEW);

    private ReplyWriter() {}

    /**
     * Returns the reply as the cluster manager reads it, without a line end. What a reply says to people gets
     * {@code Request successful: } or {@code Request failed: } in front.
     */
    public static String write(Reply reply) {
        ReplyWriter writer = new ReplyWriter();
        boolean isRefused = reply instanceof Reply.Refused;
        writer.text.append("{\"success\":").append(!isRefused).append(",\"info\":");
        writer.string(isRefused ? FAILED : SUCCEEDED, reply.info());
        writer.text.append(",\"result\":");
        writer.result(reply);
        return writer.text.append('}').toString();
    }

    private void result(Reply reply) {
        // No switch over types, here and below: to link one takes the virtual machine milliseconds.
        if (reply instanceof Reply.Allocated allocated) {
            strings(allocated.nodes());
        } else if (reply instanceof Reply.AllocatedSecondary allocated) {
            string(allocated.node());
        } else if (reply instanceof Reply.Relocated relocated) {
            strings(relocated.nodes());
        } else if (reply instanceof Reply.MultiAllocated several) {
            several(several);
        } else if (reply instanceof Reply.Moves moves) {
            moves(moves);
        } else {
            strings(List.of());
        }
    }

    private void several(Reply.MultiAllocated several) {
        text.append("[[");
        for (Reply.Placed placed : several.allocated()) {
            next('[');
            string(placed.instance());
            text.append(',');
            strings(placed.nodes());
            text.append(']');
        }
        text.append("],");
        failed(several.failed());
        text.append(']');
    }

    private void moves(Reply.Moves moves) {
        text.append("[[");
        for (Reply.Moved moved : moves.moved()) {
            next('[');
            string(moved.instance());
            text.append(',');
            string(moved.group());
            text.append(',');
            strings(moved.nodes());
            text.append(']');
        }
        text.append("],");
        failed(moves.failed());
        text.append(",[");
        for (List<Opcode> job : moves.jobs()) {
            next('[');
            for (Opcode opcode : job) {
                next('{');
                opcode(opcode);
                text.append('}');
            }
            text.append(']');
        }
        text.append("]]");
    }

    private void failed(List<Reply.Failed> instances) {
        text.append('[');
        for (Reply.Failed failed : instances) {
            next('[');
            string(failed.instance());
            text.append(',');
            string(failed.reason());
            text.append(']');
        }
        text.append(']');
    }

    private void opcode(Opcode opcode) {
        if (opcode instanceof Opcode.InstanceMigrate migrate) {
            head("OP_INSTANCE_MIGRATE", migrate.instance());
            target(migrate.target());
            text.append(",\"allow_runtime_changes\":false,\"ignore_ipolicy\":false,\"cleanup\":false"
                    + ",\"allow_failover\":true,\"ignore_hvversions\":true");
        } else if (opcode instanceof Opcode.InstanceFailover failover) {
            head("OP_INSTANCE_FAILOVER", failover.instance());
            text.append(",\"shutdown_timeout\":120,\"ignore_consistency\":false");
            target(failover.target());
            text.append(",\"ignore_ipolicy\":false,\"cleanup\":false");
        } else if (opcode instanceof Opcode.InstanceReplaceDisks replace) {
            head("OP_INSTANCE_REPLACE_DISKS", replace.instance());
            text.append(",\"early_release\":false,\"ignore_ipolicy\":false,\"mode\":\"replace_new_secondary\""
                    + ",\"disks\":[],\"remote_node\":");
            string(replace.remoteNode());
        }
    }

    private void head(String operation, String instance) {
        text.append("\"OP_ID\":\"").append(operation).append("\",\"instance_name\":");
        string(instance);
    }

    private void target(Optional<String> node) {
        if (node.isPresent()) {
            text.append(",\"target_node\":");
            string(node.get());
        }
    }

    /** Begins an element of a list. */
    private void next(char opening) {
        char last = text.charAt(text.length() - 1);
        if (last == ']' || last == '}') {
            text.append(',');
        }
        text.append(opening);
    }

    private void strings(List<String> values) {
        text.append('[');
        for (int index = 0; index < values.size(); index++) {
            if (index > 0) {
                text.append(',');
            }
            string(values.get(index));
        }
        text.append(']');
    }

    private void string(String value) {
        string("", value);
    }

    private void string(String prefix, String value) {
        text.append('"').append(prefix);
        for (int index = 0; index < value.length(); index++) {
            character(value.charAt(index));
        }
        text.append('"');
    }

    private void character(char character) {
        switch (character) {
            case '"', '\\' -> text.append('\\').append(character);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (character < FIRST_PRINTABLE) {
                    text.append("\\u00")
                            .append(HEXADECIMAL.charAt(character >> 4))
                            .append(HEXADECIMAL.charAt(character & 0xf));
                } else {
                    text.append(character);
                }
            }
        }
    }
}
