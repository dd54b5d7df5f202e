package org.ballast.checks.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ballast.checks.Project;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real Ganeti takes the replies of our {@code hail}. For each kind of request: a command that makes the master ask,
 * our reply, what the master's jobs say, and where the instances are then. Every test starts with an empty cluster.
 */
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabTest {
    private static final Path SUMMARY = Project.module().resolve("target/lab-summary.txt");
    private static final String ADD = "gnt-instance add -o noop --no-name-check --no-ip-check --no-nics -B memory=512 ";

    private static final String NODE1 = "node1.lab.test";
    private static final String NODE2 = "node2.lab.test";
    private static final List<String> GROUP2 = List.of("node4.lab.test", "node5.lab.test");

    private final Summary summary = new Summary();
    private final Lab lab;
    private final Master master;

    LabTest() {
        if (!Lab.isRequested()) {
            String reason = "LabTest is skipped: only with " + Lab.REQUEST_VARIABLE + "=1 it raises a real Ganeti";
            System.out.println(reason);
            abort(reason);
        }
        OurHail hail = OurHail.of(Project.root());
        lab = Lab.raise(Project.root(), hail.folders());
        master = new Master(lab, AllocatorRecorder.install(lab, hail));
    }

    @AfterEach
    void clear() {
        perform("gnt-cluster modify --default-iallocator-params=");
        for (String instance : master.instances()) {
            perform("gnt-instance remove -f --shutdown-timeout=0 " + instance);
        }
    }

    @AfterAll
    void bringDown() {
        lab.close();
        summary.write(SUMMARY);
        System.out.println("LabTest: what the lab has shown is in " + SUMMARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t plain -s 1G", "-t drbd -s 1G", "-t file -s 1G", "-t diskless"})
    void placesANewInstance(String disks) {
        Episode add = perform(ADD + "-I hail " + disks + " web");
        Call call = add.call("allocate");
        assertThat(master.nodesOf("web")).isEqualTo(call.nodes()).hasSize(disks.contains("drbd") ? 2 : 1);
        String message = "Selected nodes for instance web via iallocator hail: " + commas(call.nodes());
        summary.add(add, commas(call.nodes()), Proofs.logged(add, message));
    }

    @Test
    void placesABatch() {
        master.write("/root/batch", "[" + wanted("db", "drbd") + "," + wanted("web", "plain") + "]");
        Episode create = perform("gnt-instance batch-create --iallocator hail /root/batch");
        Call call = create.call("multi-allocate");
        assertThat(call.failures()).isEmpty();
        assertThat(nodesOf("db", "web")).isEqualTo(call.placements());
        summary.add(create, placements(call), Proofs.created(create, call.placements()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-I hail web", "web"})
    void migratesOntoAnyNode(String arguments) {
        perform(ADD + "-t diskless -n node1 web");
        Episode migrate = perform("gnt-instance migrate -f " + arguments);
        Call call = migrate.call("relocate");
        assertThat(master.nodesOf("web")).isEqualTo(call.nodes()).doesNotContain(NODE1);
        String message = "Selected nodes for instance web via iallocator hail: " + commas(call.nodes());
        summary.add(migrate, commas(call.nodes()), Proofs.logged(migrate, message));
    }

    @Test
    void replacesTheSecondary() {
        perform(ADD + "-t drbd -s 1G -n node1:node2 web");
        Episode replace = perform("gnt-instance replace-disks -I hail web");
        Call call = replace.call("relocate");
        String secondary = call.nodes().getFirst();
        assertThat(master.nodesOf("web")).containsExactly(NODE1, secondary).doesNotContain(NODE2);
        String uuid = replace.job().first().input().at("instance_uuid").text();
        String message = "Selected new secondary for instance '" + uuid + "': " + secondary;
        summary.add(replace, secondary, Proofs.logged(replace, message));
    }

    @Test
    void givesAnInstanceASecondary() {
        perform(ADD + "-t plain -s 1G -n node1 web");
        perform("gnt-instance stop --timeout=0 web");
        Episode convert = perform("gnt-instance modify -t drbd -I hail web");
        Call call = convert.call("allocate-secondary");
        String secondary = call.nodes().getFirst();
        assertThat(master.nodesOf("web")).containsExactly(NODE1, secondary);
        summary.add(convert, secondary, Proofs.logged(convert, "hail choose " + secondary + " as new secondary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t drbd -s 1G -n node1:node2", "-t diskless -n node1"})
    void evacuatesPrimaries(String place) {
        perform(ADD + place + " db");
        perform(ADD + place + " web");
        Episode evacuate = perform("gnt-node evacuate -f -p -I hail node1");
        evacuated(evacuate);
        assertThat(nodesOf("db", "web").values())
                .allMatch(nodes -> !nodes.getFirst().equals(NODE1));
    }

    @Test
    void evacuatesSecondaries() {
        perform(ADD + "-t drbd -s 1G -n node1:node2 db");
        perform(ADD + "-t drbd -s 1G -n node3:node2 web");
        Episode evacuate = perform("gnt-node evacuate -f -s -I hail node2");
        evacuated(evacuate);
        assertThat(nodesOf("db", "web").values()).allMatch(nodes -> !nodes.contains(NODE2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t drbd -s 1G -n node1:node2", "-t diskless -n node1"})
    void changesTheGroup(String place) {
        perform(ADD + place + " web");
        Episode change = perform("gnt-instance change-group -I hail --to group2 web");
        Call call = change.call("change-group");
        assertThat(call.failures()).isEmpty();
        assertThat(nodesOf("web")).isEqualTo(call.placements());
        assertThat(GROUP2).containsAll(master.nodesOf("web"));
        summary.add(change, placements(call), Proofs.submitted(change, call.jobs()));
    }

    @Test
    void refusesWhatFitsNowhere() {
        Episode add = master.perform(ADD + "-I hail -t plain -s 900G web");
        Call call = add.call("allocate");
        assertThat(call.isSuccess()).isFalse();
        String reason = "Can't compute nodes using iallocator 'hail': " + call.info();
        summary.add(add, "refused", Proofs.failed(add, reason));
    }

    @Test
    void explainsARefusalWhereTheClusterAsksForIt() {
        String tooLarge = ADD + "-I hail -t plain -s 900G web";
        String plain = master.perform(tooLarge).call("allocate").info();
        perform("gnt-cluster modify --default-iallocator-params=explain=true");
        Episode add = master.perform(tooLarge);
        Call call = add.call("allocate");
        assertThat(call.arguments()).endsWith(" --explain=true");
        assertThat(call.info()).startsWith(plain).hasSizeGreaterThan(plain.length());
        String reason = "Can't compute nodes using iallocator 'hail': " + call.info();
        summary.add(add, "refused", Proofs.failed(add, reason));
    }

    private void evacuated(Episode evacuate) {
        Call call = evacuate.call("node-evacuate");
        assertThat(call.failures()).isEmpty();
        assertThat(nodesOf("db", "web")).isEqualTo(call.placements());
        String moves = call.placements().entrySet().stream()
                .map(move -> move.getKey() + " (to " + commas(move.getValue()) + ")")
                .collect(Collectors.joining(", "));
        List<String> logged = Proofs.logged(evacuate, "Instances to be moved: " + moves);
        List<String> submitted = Proofs.submitted(evacuate, call.jobs());
        summary.add(
                evacuate,
                placements(call),
                Stream.concat(logged.stream(), submitted.stream()).toList());
    }

    private Episode perform(String command) {
        return master.perform(command).succeeded();
    }

    private Map<String, List<String>> nodesOf(String... instances) {
        return List.of(instances).stream().collect(Collectors.toMap(Function.identity(), master::nodesOf));
    }

    private static String wanted(String name, String template) {
        return """
            {"instance_name": "%s", "disk_template": "%s", "disks": [{"size": 1024}], "mode": "create", "os_type": "noop",
             "hypervisor": "fake", "beparams": {"memory": 512}, "nics": [], "name_check": false, "ip_check": false}
            """.formatted(name, template);
    }

    private static String placements(Call call) {
        return call.placements().entrySet().stream()
                .map(placed -> placed.getKey() + " on " + commas(placed.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String commas(List<String> words) {
        return String.join(", ", words);
    }
}
