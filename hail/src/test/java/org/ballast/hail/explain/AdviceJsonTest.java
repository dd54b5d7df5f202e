package org.ballast.hail.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ballast.cli.console.Console;
import org.ballast.iallocator.ReplyWriter;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.testkit.Json;
import org.junit.jupiter.api.Test;

class AdviceJsonTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Json write(Site site, Site.Told told, List<RoomOutcome> rooms) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        AdviceJson.write(
                new Console(stream, stream, Path.of("")),
                site.cluster(),
                told.linked(),
                new Advice(Optional.of(told.explanation()), rooms));
        stream.flush();
        return Json.parse(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theDocumentContainsTheReply() {
        Site site = new Site().nodes("n1").single("a", 6144, DiskTemplate.PLAIN, "n1");
        Site.Told told = site.ask(Site.wanted("web", 4096, DiskTemplate.RBD));
        Json document = write(site, told, List.of());

        assertThat(document.at("format").text()).isEqualTo("ballast-explanation");
        assertThat(document.at("reply")).isEqualTo(Json.parse(ReplyWriter.write(told.linked())));
        Json instance = document.at("explanation").at("instances").elements().getFirst();
        assertThat(instance.at("outcome").text()).isEqualTo("denied");
        assertThat(instance.at("nearest_miss").text()).isEqualTo("n1 needs 2049 MiB more memory to host web");
        Json role = instance.at("groups")
                .elements()
                .getFirst()
                .at("roles")
                .elements()
                .getFirst();
        assertThat(role.at("asked")).isEqualTo(Json.of(1));
        assertThat(role.at("willing")).isEqualTo(Json.of(0));
        Json refused = role.at("refused").elements().getFirst();
        assertThat(refused.at("reason").text()).isEqualTo("memory");
        assertThat(refused.at("nearest").at("nodes").elements())
                .extracting(Json::text)
                .containsExactly("n1");
    }

    @Test
    void movesThatMakeRoomHaveCommands() {
        Site site = new Site().nodes("n1", "n2").single("a", 6144, DiskTemplate.RBD, "n1");
        Site.Told told = site.ask(Site.wanted("web", 4096, DiskTemplate.RBD));
        MadeRoom made = new MadeRoom("web", List.of(new Move.FailoverToAny(0, 1)), Placement.on(0), 6144);
        Json room = write(site, told, List.of(made)).at("room").elements().getFirst();

        assertThat(room.at("found")).isEqualTo(Json.of(true));
        assertThat(room.at("data_mib")).isEqualTo(Json.of(6144));
        assertThat(room.at("moves").elements().getFirst().at("commands").elements())
                .extracting(Json::text)
                .containsExactly("gnt-instance migrate -f -n n2 a");
    }
}
