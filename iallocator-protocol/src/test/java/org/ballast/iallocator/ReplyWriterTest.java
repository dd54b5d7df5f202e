package org.ballast.iallocator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replies that were not captured; Ganeti was made to give the same. */
class ReplyWriterTest {

    @Test
    void onlyWhatJsonDemandsIsEscaped() {
        assertThat(ReplyWriter.write(new Reply.Refused("a/b \"q\" \\ <é€😀>\u007f\u0080\u2028 \u0001\u001f\b\f\n\r\t")))
                .isEqualTo("{\"success\":false,\"info\":\"Request failed: a/b \\\"q\\\" \\\\ <é€😀>\u007f\u0080\u2028 "
                        + "\\u0001\\u001f\\b\\f\\n\\r\\t\",\"result\":[]}");
    }

    @Test
    void failoversAreWrittenWithAndWithoutATargetNode() {
        Opcode toSecondary = new Opcode.InstanceFailover("web", Optional.empty());
        Opcode toNode = new Opcode.InstanceFailover("web", Optional.of("node1"));

        assertThat(ReplyWriter.write(new Reply.Moves(List.of(), List.of(), List.of(List.of(toSecondary, toNode)))))
                .isEqualTo(
                        "{\"success\":true,\"info\":\"Request successful: 0 instances failed to move and 0 were moved"
                                + " successfully\",\"result\":[[],[],[["
                                + "{\"OP_ID\":\"OP_INSTANCE_FAILOVER\",\"instance_name\":\"web\",\"shutdown_timeout\":120,"
                                + "\"ignore_consistency\":false,\"ignore_ipolicy\":false,\"cleanup\":false},"
                                + "{\"OP_ID\":\"OP_INSTANCE_FAILOVER\",\"instance_name\":\"web\",\"shutdown_timeout\":120,"
                                + "\"ignore_consistency\":false,\"target_node\":\"node1\",\"ignore_ipolicy\":false,"
                                + "\"cleanup\":false}]]]}");
    }

    @Test
    void listsMayBeEmptyOrLong() {
        Reply.Failed failed = new Reply.Failed("a", "why");
        Reply.Placed nowhere = new Reply.Placed("b", List.of());

        assertThat(ReplyWriter.write(new Reply.MultiAllocated(List.of(nowhere, nowhere), List.of(failed, failed))))
                .isEqualTo("{\"success\":true,\"info\":\"Request successful: 2 instances failed to allocate and 2 were"
                        + " allocated successfully\",\"result\":[[[\"b\",[]],[\"b\",[]]],[[\"a\",\"why\"],"
                        + "[\"a\",\"why\"]]]}");
        assertThat(ReplyWriter.write(new Reply.Moves(List.of(), List.of(), List.of(List.of(), List.of()))))
                .endsWith("\"result\":[[],[],[[],[]]]}");
    }

    /** The writer's chains of conditions end in a kind that is not asked for: no other may get there. */
    @Test
    void repliesAndOpcodesAreThoseTestedHere() {
        assertThat(Reply.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        Reply.Refused.class,
                        Reply.Allocated.class,
                        Reply.AllocatedSecondary.class,
                        Reply.Relocated.class,
                        Reply.MultiAllocated.class,
                        Reply.Moves.class);
        assertThat(Opcode.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        Opcode.InstanceMigrate.class, Opcode.InstanceFailover.class, Opcode.InstanceReplaceDisks.class);
    }
}
