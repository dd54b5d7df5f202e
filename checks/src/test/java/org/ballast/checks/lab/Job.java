package org.ballast.checks.lab;

import java.util.List;
import org.ballast.testkit.Json;

/**
 * A job of a cluster that has come to its end.
 *
 * @param id its number
 * @param operations what it consisted of
 */
record Job(int id, List<Operation> operations) {
    private static final String INFORMATION = " - INFO: ";

    /**
     * One step of a job.
     *
     * @param input what was asked for: the operation's name in {@code OP_ID}, and its parameters
     * @param status how it ended, such as {@code success}
     * @param result what it returned, or why it failed
     * @param log the messages it wrote meanwhile
     */
    record Operation(Json.Struct input, String status, Json result, List<String> log) {
        private static Operation of(Json operation) {
            List<String> log = operation.at("log").elements().stream()
                    .map(entry -> entry.elements().getLast().text())
                    .map(message -> message.startsWith(INFORMATION) ? message.substring(INFORMATION.length()) : message)
                    .toList();
            return new Operation(
                    (Json.Struct) operation.at("input"), operation.at("status").text(), operation.at("result"), log);
        }
    }

    /** Returns the job that this file of Ganeti's queue describes. */
    static Job parse(String file) {
        Json job = Json.parse(file);
        return new Job(
                Integer.parseInt(job.at("id").write()),
                job.at("ops").elements().stream().map(Operation::of).toList());
    }

    /** Returns the first operation; most jobs have no other. */
    Operation first() {
        return operations.getFirst();
    }

    boolean isSuccess() {
        return operations.stream().allMatch(operation -> operation.status().equals("success"));
    }

    /** Returns the numbers of the jobs that this one had done, in their order. */
    List<Integer> opened() {
        return first().result().at("jobs").elements().stream()
                .map(job -> Integer.valueOf(job.elements().getLast().write()))
                .toList();
    }
}
