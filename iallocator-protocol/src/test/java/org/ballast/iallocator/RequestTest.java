package org.ballast.iallocator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ballast.iallocator.Documents.asking;

import java.util.List;
import java.util.Optional;
import org.ballast.model.DiskTemplate;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Placement;
import org.junit.jupiter.api.Test;

/** What is asked, and whom it is about. */
class RequestTest {
    private static final String NEW = "\"memory\": 512, \"disk_space_total\": 0, \"disks\": [], \"vcpus\": 1,"
            + " \"disk_template\": \"diskless\", \"tags\": [], \"spindle_use\": 1, \"nics\": []";

    private static Instance instance(String name) {
        return new Instance(
                name,
                512,
                0,
                List.of(),
                1,
                InstanceStatus.RUNNING,
                true,
                Placement.NOWHERE,
                DiskTemplate.DISKLESS,
                List.of(),
                1,
                false,
                List.of());
    }

    @Test
    void readsARequestForOneInstance() {
        assertThat(asking("{" + NEW + ", \"name\": \"new\", \"required_nodes\": 1, \"type\": \"allocate\"}")
                        .request())
                .isEqualTo(new Request.Allocate(instance("new"), 1, Optional.empty(), Optional.empty()));
    }

    @Test
    void aGroupAndNodesMayBeAskedForAndNeedNotExist() {
        assertThat(asking("{\"type\": \"allocate\", \"name\": \"new\", \"required_nodes\": -3, \"group_name\": \"x\","
                                + " \"restrict-to-nodes\": [\"y\"], " + NEW + "}")
                        .request())
                .isEqualTo(new Request.Allocate(instance("new"), -3, Optional.of("x"), Optional.of(List.of("y"))));
    }

    @Test
    void nullMeansNotGiven() {
        assertThat(asking("{\"type\": \"allocate\", \"name\": \"new\", \"required_nodes\": 99999999999, \"group_name\":"
                                + " null, \"restrict-to-nodes\": null, " + NEW + "}")
                        .request())
                .isEqualTo(
                        new Request.Allocate(instance("new"), Integer.MAX_VALUE, Optional.empty(), Optional.empty()));
    }

    @Test
    void severalInstancesHaveTheGroupOfTheRequestAndNotTheirOwn() {
        assertThat(asking("{\"instances\": [{\"name\": \"a\", \"required_nodes\": 1, \"group_name\": 5,"
                                + " \"restrict-to-nodes\": [\"y\"], " + NEW
                                + "}, {\"name\": \"b\", \"required_nodes\": 2, "
                                + NEW + "}], \"type\": \"multi-allocate\", \"group_name\": \"uuid-1\"}")
                        .request())
                .isEqualTo(new Request.MultiAllocate(List.of(
                        new Request.Allocate(instance("a"), 1, Optional.of("uuid-1"), Optional.empty()),
                        new Request.Allocate(instance("b"), 2, Optional.of("uuid-1"), Optional.empty()))));
    }

    @Test
    void nodesMayBeNamedWithoutTheCommonDomain() {
        assertThat(asking("{\"type\": \"relocate\", \"name\": \"web.example.com\", \"required_nodes\": 1,"
                                + " \"relocate_from\": [\"node1\", \"node2.example\", \"node2.example.com\"]}"
                                        .replace("\"node2.example\", ", ""))
                        .request())
                .isEqualTo(
                        new Request.Relocate("web.example.com", 1, List.of("node1.example.com", "node2.example.com")));
    }

    @Test
    void instancesMayBeNamedWithoutTheCommonDomain() {
        assertThat(asking("{\"type\": \"node-evacuate\", \"instances\": [\"web\", \"web.example.com\"],"
                                + " \"evac_mode\": \"secondary-only\"}")
                        .request())
                .isEqualTo(new Request.NodeEvacuate(
                        List.of("web.example.com", "web.example.com"), EvacuationMode.SECONDARY_ONLY));
    }

    @Test
    void groupsMayBeNamedByNameOrUuid() {
        assertThat(asking(
                                "{\"type\": \"change-group\", \"instances\": [], \"target_groups\": [\"default\", \"uuid-1\"]}")
                        .request())
                .isEqualTo(new Request.ChangeGroup(List.of(), List.of("uuid-1", "uuid-1")));
    }

    @Test
    void fieldsThatTheTypeDoesNotUseAreIgnored() {
        assertThat(asking(
                                "{\"relocate_from\": {\"a\": [1]}, \"disks\": [{\"size\": []}], \"instances\": [{\"name\": 1}],"
                                        + " \"evac_mode\": \"x\", \"required_nodes\": \"many\", \"name\": \"web.example.com\","
                                        + " \"type\": \"allocate-secondary\"}")
                        .request())
                .isEqualTo(new Request.AllocateSecondary("web.example.com"));
    }
}
