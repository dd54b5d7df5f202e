package org.ballast.iallocator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ballast.iallocator.Documents.changed;
import static org.ballast.iallocator.Documents.read;
import static org.ballast.iallocator.Documents.with;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;
import org.ballast.model.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fields of a document become. */
class MessageReaderTest {
    private static final InstancePolicy POLICY = new InstancePolicy(
            List.of(new InstancePolicy.Range(
                    new InstanceSpec(128, 1, 1024, 0, 1, 1), new InstanceSpec(32768, 8, 1048576, 16, 8, 12))),
            new InstanceSpec(256, 2, 2048, 1, 1, 1),
            List.of(DiskTemplate.DRBD, DiskTemplate.PLAIN),
            4,
            32.5);

    private static final Node NODE_1 = new Node(
            "node1.example.com",
            0,
            NodeRole.NORMAL,
            new Node.Memory(16384, 512, 15000),
            new Node.Disk(102400, 100000),
            new Node.Cpus(8, 1, 1),
            new Node.Spindles(2, 11, false),
            List.of("n"));

    @Test
    void everyFieldIsRead() {
        Message message = read(Documents.WHOLE);

        assertThat(message.hypervisors()).containsExactly("kvm", "fake");
        assertThat(message.cluster().tags()).containsExactly("htools:iextags:service");
        assertThat(message.cluster().policy()).isEqualTo(InstancePolicy.DEFAULT);
        assertThat(message.cluster().groups())
                .containsExactly(new Group(
                        "default", "uuid-1", AllocationPolicy.PREFERRED, List.of("g"), List.of("net-1"), POLICY));
        assertThat(message.cluster().nodes()).hasSize(2).first().isEqualTo(NODE_1);
        assertThat(message.cluster().instances())
                .containsExactly(new Instance(
                        "web.example.com",
                        1024,
                        2176,
                        List.of(new Instance.Disk(2048, OptionalLong.empty())),
                        2,
                        InstanceStatus.RUNNING,
                        true,
                        new Placement(0, 1),
                        DiskTemplate.DRBD,
                        List.of("service:web"),
                        1,
                        false,
                        List.of("net-1")));
        assertThat(message.request()).isEqualTo(new Request.AllocateSecondary("web.example.com"));
    }

    @Test
    void partsMayBeInAnyOrder() {
        String groups = Documents.WHOLE.substring(
                Documents.WHOLE.indexOf(" \"nodegroups\""), Documents.WHOLE.indexOf(" \"nodes\": {\n"));
        String request = " \"request\": {\"type\": \"allocate-secondary\", \"name\": \"web.example.com\"}";
        String reordered = Documents.WHOLE
                .replace(groups, "")
                .replace(request, groups.stripTrailing().replaceAll(",$", ""))
                .replaceFirst("\\{", "{" + request + ",");

        assertThat(reordered).isNotEqualTo(Documents.WHOLE);
        assertThat(read(reordered)).isEqualTo(read(Documents.WHOLE));
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(with("\"version\": 2", "\"version\": [{\"a\": [1, \"\\u00e9}\"]}, null]"))
                .isEqualTo(read(Documents.WHOLE));
        assertThat(with("\"std\": {", "\"new\": {\"std\": {}}, \"std\": {\"new\": [[]],"))
                .isEqualTo(read(Documents.WHOLE));
    }

    @Test
    void ofFieldsGivenTwiceTheFirstCounts() {
        assertThat(
                        with(
                                "\"free_memory\": 15000,\n   \"total_disk\": 102400, \"free_disk\": 100000, \"total_cpus\": 8,"
                                        + " \"reserved_cpus\": 1,\n   \"total_spindles\": 12, \"free_spindles\": 11,\n"
                                        + "   \"ndparams\": {\"exclusive_storage\": false, \"spindle_count\": 2, \"cpu_speed\": 2}",
                                "\"free_memory\": 15000, \"free_memory\": \"x\", \"total_disk\": 102400, \"free_disk\": 100000,"
                                        + " \"total_cpus\": 8, \"reserved_cpus\": 1, \"free_spindles\": 11, \"offline\": true,"
                                        + " \"ndparams\": {\"exclusive_storage\": false, \"spindle_count\": 2}, \"ndparams\": 1"))
                .isEqualTo(read(Documents.WHOLE));
        assertThat(with(
                        "\"request\":",
                        "\"request\": {\"type\": \"allocate-secondary\", \"name\": \"web.example.com\"},"
                                + " \"nodes\": 1, \"request\":"))
                .isEqualTo(read(Documents.WHOLE));
    }

    @ParameterizedTest
    @CsvSource({
        "15000.4, 15000",
        "15000.5, 15000",
        "15001.5, 15002",
        "1.5e4, 15000",
        "15E+3, 15000",
        "-0, 0",
        "-1, -1",
        "-2.5, -2",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "0.49999999999999999999, 0",
        "1e-400, 0",
        "1e-999999999, 0",
        "922337203685477580.7e1, 9223372036854775807"
    })
    void wholeNumbersAreRoundedToTheNearest(String written, long expected) {
        Message message =
                with("\"tags\": [\"n\"],", "\"tags\": [\"n\"], \"free_memory\": " + written + ", \"x\":\"\",");

        assertThat(message.cluster().nodes().getFirst().memory().free()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"16384.25, 16384.25", "1e-400, 0", "0, 0", "9007199254740993, 9007199254740992", "1E2, 100"})
    void totalsMayHaveFractions(String written, double expected) {
        Message message = with("\"tags\": [\"n\"],", "\"tags\": [\"n\"], \"total_memory\": " + written + ",");

        assertThat(message.cluster().nodes().getFirst().memory().total()).isEqualTo(expected);
    }

    @Test
    void withExclusiveStorageTheNodeSaysHowManySpindlesItHas() {
        Node node = with(
                        "\"exclusive_storage\": false, \"spindle_count\": 2, \"cpu_speed\": 2",
                        "\"exclusive_storage\": true, \"spindle_count\": 2")
                .cluster()
                .nodes()
                .getFirst();

        assertThat(node.spindles().exclusive()).isTrue();
        assertThat(node.spindles().total()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"total_disk\": null, \"free_disk\": null, \"free_spindles\": null,", ""})
    void clustersWithoutVolumeGroupsHaveNoStorage(String storage) {
        String withoutStorage = changed("\"tags\": [\"n\"],", "\"tags\": [\"n\"], " + storage)
                .replace("\"total_disk\": 102400, \"free_disk\": 100000,", "")
                .replace("\"total_spindles\": 12, \"free_spindles\": 11,", "")
                .replace("\"spindle_count\": 2, ", "");

        Node node = read(withoutStorage).cluster().nodes().getFirst();

        assertThat(node.disk().total()).isZero();
        assertThat(node.disk().free()).isZero();
        assertThat(node.spindles().total()).isZero();
        assertThat(node.spindles().free()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"offline\": true, \"drained\": false, \"vm_capable\": true', true",
        "'\"offline\": false, \"drained\": false, \"vm_capable\": false', true",
        "'\"offline\": true, \"drained\": true', true",
        "'\"offline\": false, \"drained\": true', false",
    })
    void whoTakesNoInstancesIsOffline(String flags, boolean hasNoFigures) {
        Node node = with(
                        "\"offline\": false, \"drained\": false, \"vm_capable\": true,\n   \"tags\": [\"n\"],",
                        flags + ", \"tags\": [\"n\"],")
                .cluster()
                .nodes()
                .getFirst();

        Node expected = hasNoFigures
                ? new Node(
                        "node1.example.com",
                        0,
                        NodeRole.OFFLINE,
                        new Node.Memory(0, 0, 0),
                        new Node.Disk(0, 0),
                        new Node.Cpus(0, 0, 1),
                        new Node.Spindles(2, 0, false),
                        List.of("n"))
                : NODE_1.withRole(NodeRole.OFFLINE);
        assertThat(node).isEqualTo(expected);
    }

    @Test
    void figuresOfOfflineNodesAreIgnored() {
        String figures = "\"total_memory\": {\"x\": [null]}, \"free_memory\": \"?\", \"total_cpus\": null, "
                + "\"tags\": null, \"offline\": true, \"drained\": false, \"vm_capable\": null, "
                + "\"ndparams\": {\"exclusive_storage\": true}, \"group\": \"uuid-1\"}, \"node2";
        String document = Documents.WHOLE
                .replaceFirst("(?s)(?<=\"node1.example.com\": \\{).*?\"node2", "@")
                .replace("@", figures);

        Node node = read(document).cluster().nodes().getFirst();

        assertThat(node)
                .isEqualTo(new Node(
                        "node1.example.com",
                        0,
                        NodeRole.OFFLINE,
                        new Node.Memory(0, 0, 0),
                        new Node.Disk(0, 0),
                        new Node.Cpus(0, 0, 1),
                        new Node.Spindles(0, 0, true),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"down\"', ADMIN_DOWN",
        "'\"offline\"', ADMIN_OFFLINE",
        "'\"up\"', RUNNING",
        "'\"other\"', RUNNING",
        "null, RUNNING",
        "'[5]', RUNNING"
    })
    void instancesAreUpUnlessToldOtherwise(String state, InstanceStatus expected) {
        Instance instance = with("\"admin_state\": \"up\"", "\"admin_state\": " + state)
                .cluster()
                .instances()
                .getFirst();

        assertThat(instance.status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "null, false", "'\"true\"', false", "'[true]', false"})
    void instancesExistUnlessToldOtherwise(String forthcoming, boolean expected) {
        Instance instance = with("\"forthcoming\": false", "\"forthcoming\": " + forthcoming)
                .cluster()
                .instances()
                .getFirst();

        assertThat(instance.forthcoming()).isEqualTo(expected);
    }

    @Test
    void interfacesWithoutANetworkAreIgnored() {
        Instance instance = with("\"nics\": [", "\"nics\": [{}, {\"network\": \"net-2\"}, {\"network\": null}, ")
                .cluster()
                .instances()
                .getFirst();

        assertThat(instance.networks()).containsExactly("net-2", "net-1");
    }

    @Test
    void spindlesOfDisksAreKnownOrNot() {
        Instance instance = with("\"disks\": [", "\"disks\": [{\"size\": 5, \"spindles\": 2}, {\"size\": 6}, ")
                .cluster()
                .instances()
                .getFirst();

        assertThat(instance.disks())
                .extracting(Instance.Disk::spindles)
                .containsExactly(OptionalLong.of(2), OptionalLong.empty(), OptionalLong.empty());
    }

    @Test
    void namesMayBeWrittenWithEscapes() {
        Message message =
                with("\"name\": \"default\"", "\"name\": \"\\u0064\\n\\\"\\\\\\/\\b\\f\\r\\t\\ud83d\\ude00é\"");

        assertThat(message.cluster().groups().getFirst().name()).isEqualTo("d\n\"\\/\b\f\r\t😀é");
    }

    @Test
    void aFileIsReadByItsPath(@TempDir Path folder) {
        assertThatThrownBy(() -> MessageReader.read(folder.resolve("missing")))
                .isInstanceOf(ProtocolException.class)
                .hasMessage(folder + "/missing: does not exist");
        assertThatThrownBy(() -> MessageReader.read(folder))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith(folder + ": ");
        assertThat(MessageReader.read(Documents.CAPTURED.resolve("change-group-drbd-1.request.json"))
                        .cluster()
                        .nodes())
                .hasSize(5);
    }
}
