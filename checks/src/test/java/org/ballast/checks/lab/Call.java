package org.ballast.checks.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ballast.testkit.Json;

/**
 * A call of the allocator by a Ganeti master.
 *
 * @param arguments what the master passed
 * @param request the contents of the file that the arguments name
 * @param reply what the allocator printed
 */
record Call(String arguments, String request, String reply) {

    /** Returns what was asked for, such as {@code relocate}. */
    String type() {
        return Json.parse(request).at("request").at("type").text();
    }

    boolean isSuccess() {
        return Json.parse(reply).at("success").equals(Json.of(true));
    }

    /** Returns the sentence for the person who waits. */
    String info() {
        return Json.parse(reply).at("info").text();
    }

    /** Returns the nodes chosen, where the request is about one step of one instance. */
    List<String> nodes() {
        return result() instanceof Json.Text(String node) ? List.of(node) : texts(result());
    }

    /** Returns the nodes chosen, by the names of the instances, where the request is about several. */
    Map<String, List<String>> placements() {
        Map<String, List<String>> placements = new LinkedHashMap<>();
        for (Json placed : result().elements().getFirst().elements()) {
            String instance = placed.elements().getFirst().text();
            placements.put(instance, texts(placed.elements().getLast()));
        }
        return placements;
    }

    /** Returns the instances that nothing can be done for, where the request is about several. */
    List<Json> failures() {
        return result().elements().get(1).elements();
    }

    /** Returns the jobs that the allocator wants done, as lists of operations. */
    List<List<Json>> jobs() {
        return result().elements().get(2).elements().stream()
                .map(Json::elements)
                .toList();
    }

    private Json result() {
        return Json.parse(reply).at("result");
    }

    private static List<String> texts(Json array) {
        return array.elements().stream().map(Json::text).toList();
    }
}
