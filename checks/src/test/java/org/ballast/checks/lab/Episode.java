package org.ballast.checks.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * A command on the master, and what it brought about.
 *
 * @param command the command
 * @param result what it printed, and how it ended
 * @param calls the calls of the allocator
 * @param jobs the jobs that were done
 */
record Episode(String command, Program.Result result, List<Call> calls, List<Job> jobs) {

    /** Returns this episode. Fails if the command or a job has failed. */
    Episode succeeded() {
        List<String> replies = calls.stream().map(Call::reply).toList();
        assertThat(result.exitCode())
                .as(
                        "exit code of %s, which printed\n%s%sand the allocator %s",
                        command, result.out(), result.err(), replies)
                .isZero();
        assertThat(jobs).as("jobs of " + command).allMatch(Job::isSuccess);
        return this;
    }

    /** Returns the one call of the allocator. Fails if it asked for something else. */
    Call call(String type) {
        assertThat(calls).as("calls of the allocator by " + command).hasSize(1);
        Call call = calls.getFirst();
        assertThat(call.type()).isEqualTo(type);
        assertThat(call.reply())
                .as("reply to %s, which printed\n%s", command, result.err())
                .isNotBlank();
        return call;
    }

    /** Returns the job of the command itself, the first one. */
    Job job() {
        return jobs.getFirst();
    }

    /** Returns the jobs that the command's own job had done, in their order. */
    List<Job> openedJobs() {
        return job().opened().stream().map(this::job).toList();
    }

    private Job job(int id) {
        return jobs.stream()
                .filter(job -> job.id() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job " + id + " among " + jobs));
    }
}
