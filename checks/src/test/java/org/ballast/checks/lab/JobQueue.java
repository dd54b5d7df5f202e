package org.ballast.checks.lab;

import java.util.List;
import java.util.stream.IntStream;

/** The jobs of a lab's cluster, from the files in which Ganeti keeps them. */
final class JobQueue {
    private static final String FOLDER = "/var/lib/ganeti/queue/";

    private final Lab lab;
    private int seen;

    JobQueue(Lab lab) {
        this.lab = lab;
        seen = last();
    }

    /** Returns the jobs since the last time that this was asked; all of them have ended. */
    List<Job> news() {
        int last = last();
        List<Job> jobs =
                IntStream.rangeClosed(seen + 1, last).mapToObj(this::read).toList();
        seen = last;
        return jobs;
    }

    private int last() {
        return Integer.parseInt(lab.onMaster("cat", FOLDER + "serial").output().strip());
    }

    private Job read(int id) {
        return Job.parse(lab.onMaster("cat", FOLDER + "job-" + id).output());
    }
}
