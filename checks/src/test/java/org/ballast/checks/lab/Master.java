package org.ballast.checks.lab;

import java.util.List;
import java.util.stream.Stream;

/** The master of a lab as its administrator knows it: commands go in, the cluster changes. */
final class Master {
    private final Lab lab;
    private final AllocatorRecorder allocator;
    private final JobQueue queue;

    Master(Lab lab, AllocatorRecorder allocator) {
        this.lab = lab;
        this.allocator = allocator;
        queue = new JobQueue(lab);
    }

    /** Has a command done, its words parted by spaces. */
    Episode perform(String command) {
        Program.Result result = lab.onMaster(command.split(" ")).run("");
        return new Episode(command, result, allocator.news(), queue.news());
    }

    /** Puts a file there. */
    void write(String path, String content) {
        lab.onMaster("sh", "-c", "cat >" + path).output(content);
    }

    /** Returns the nodes of an instance, the primary first. */
    List<String> nodesOf(String instance) {
        return list("pnode,snodes", instance)
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(node -> !node.isEmpty())
                .toList();
    }

    /** Returns the names of all instances. */
    List<String> instances() {
        return list("name").toList();
    }

    private Stream<String> list(String fields, String... instances) {
        String command = "gnt-instance list --no-headers -o " + fields + " " + String.join(" ", instances);
        return lab.onMaster(command.strip().split(" ")).output().lines().map(String::strip);
    }
}
