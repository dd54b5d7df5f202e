package org.ballast.checks.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ballast.testkit.Json;

/**
 * What in the jobs of a cluster shows that a reply of the allocator was taken. Each method fails if the jobs show
 * something else, and otherwise returns the findings as lines for people.
 */
final class Proofs {
    private Proofs() {}

    /** The job of the command says this in its log. */
    static List<String> logged(Episode episode, String message) {
        Job job = episode.job();
        assertThat(job.first().log()).as("the log of job %d", job.id()).contains(message);
        return List.of("job " + job.id() + " logs: " + message);
    }

    /** The job of the command failed, and this is why. */
    static List<String> failed(Episode episode, String reason) {
        Job job = episode.job();
        assertThat(job.first().status()).isEqualTo("error");
        List<Json> error = job.first().result().elements().getLast().elements();
        assertThat(error.getFirst().text()).isEqualTo(reason);
        return List.of("job " + job.id() + " fails: " + reason);
    }

    /** The jobs that came of the reply create the instances where it says. */
    static List<String> created(Episode episode, Map<String, List<String>> placements) {
        List<String> lines = new ArrayList<>();
        List<Job> jobs = episode.openedJobs();
        assertThat(jobs).hasSameSizeAs(placements.keySet());
        for (Job job : jobs) {
            Json.Struct input = job.first().input();
            List<String> nodes = placements.get(input.at("instance_name").text());
            assertThat(input.at("OP_ID")).isEqualTo(Json.of("OP_INSTANCE_CREATE"));
            assertThat(input.at("pnode")).isEqualTo(Json.of(nodes.getFirst()));
            assertThat(input.at("snode")).isEqualTo(nodes.size() > 1 ? Json.of(nodes.get(1)) : Json.none());
            lines.add("job " + job.id() + " is: " + shown(input));
        }
        return lines;
    }

    /** The jobs that came of the reply are those that it lists: operation by operation, value by value. */
    static List<String> submitted(Episode episode, List<List<Json>> wanted) {
        List<String> lines = new ArrayList<>();
        List<Job> jobs = episode.openedJobs();
        assertThat(jobs).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            List<Job.Operation> operations = jobs.get(i).operations();
            assertThat(operations).hasSameSizeAs(wanted.get(i));
            for (int j = 0; j < operations.size(); j++) {
                Json.Struct input = operations.get(j).input();
                Json.Struct values = (Json.Struct) wanted.get(i).get(j);
                assertThat(input.members()).containsAll(values.members());
                lines.add("job " + jobs.get(i).id() + " is: " + shown(input));
            }
        }
        return lines;
    }

    /** Shows the parameters of an operation that say what goes where. */
    private static String shown(Json.Struct input) {
        StringBuilder shown = new StringBuilder(input.at("OP_ID").text());
        for (String name : List.of("instance_name", "pnode", "snode", "target_node", "remote_node")) {
            input.get(name)
                    .filter(value -> !value.equals(Json.none()))
                    .ifPresent(
                            value -> shown.append(' ').append(name).append('=').append(value.text()));
        }
        return shown.toString();
    }
}
