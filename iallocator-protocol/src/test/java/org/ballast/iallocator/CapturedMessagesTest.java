package org.ballast.iallocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real cluster manager asked, and what Ganeti's allocator answered. */
class CapturedMessagesTest {
    private static final String REQUEST = ".request.json";
    private static final String REPLY = ".reply.json";

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Documents.CAPTURED)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(REQUEST))
                    .map(name -> name.substring(0, name.length() - REQUEST.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesRepliesAsCaptured(String name) throws IOException {
        Message message = MessageReader.read(Documents.CAPTURED.resolve(name + REQUEST));
        String captured = Files.readString(Documents.CAPTURED.resolve(name + REPLY), UTF_8);

        Reply reply = Replies.parse(captured, message.request());

        assertThat(ReplyWriter.write(reply)).isEqualTo(captured.strip());
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsAllGroupsNodesAndInstances(String name) throws IOException {
        String request = Files.readString(Documents.CAPTURED.resolve(name + REQUEST), UTF_8);

        Message message = MessageReader.read(Documents.CAPTURED.resolve(name + REQUEST));

        assertThat(message.hypervisors()).containsExactly("fake");
        assertThat(message.cluster().groups()).hasSize(2);
        assertThat(message.cluster().nodes()).hasSize(request.split("\"primary_ip\"", -1).length - 1);
        assertThat(message.cluster().instances()).hasSize(request.split("\"disks_active\"", -1).length - 1);
    }
}
