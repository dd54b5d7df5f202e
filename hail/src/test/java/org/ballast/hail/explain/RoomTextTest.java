package org.ballast.hail.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.junit.jupiter.api.Test;

class RoomTextTest {
    private static final Cluster CLUSTER = new Site()
            .nodes("n1", "n2", "n3")
            .drbd("a", 1024, "n1", "n2")
            .single("b", 1024, DiskTemplate.RBD, "n1")
            .cluster();

    @Test
    void movesAreWrittenAsCommands() {
        List<Move> moves =
                List.of(new Move.Failover(0), new Move.FailoverToAny(1, 2), new Move.ReplaceAndFailover(0, 2));

        assertThat(new RoomText(CLUSTER).of(new MadeRoom("web", moves, new Placement(0, 1), 20_480)))
                .isEqualTo("""
                        Room for web can be made by 3 moves, copying 20480 MiB:
                          gnt-instance migrate -f a
                          gnt-instance migrate -f -n n3 b
                          gnt-instance replace-disks -n n3 a
                          gnt-instance migrate -f a
                        It then fits on n1:n2.
                        """);
    }

    @Test
    void aSearchWithoutResultSaysSo() {
        assertThat(new RoomText(CLUSTER).of(new NoRoom("web", 5)))
                .isEqualTo("No room for web was found by 5 moves or fewer.\n");
        assertThat(new RoomText(CLUSTER).of(new NoRoom("web", 1))).isEqualTo("No room for web was found by 1 move.\n");
    }
}
