package org.ballast.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;

/**
 * The request of an IAllocator document.
 *
 * @param cluster the cluster it is about
 * @param body writes what a wanted instance shares with those that exist
 */
record RequestDocument(Cluster cluster, BiConsumer<Instance, Json.Builder> body) {

    Json write(AllocatorRequest request) {
        Json.Builder json = new Json.Builder().put("type", request.type());
        switch (request) {
            case AllocatorRequest.Allocate(var wanted, var group, var restrictedTo) -> {
                wanted(wanted, json);
                group(group, json);
                restrictedTo.ifPresent(nodes -> json.put("restrict-to-nodes", Json.of(nodes)));
            }
            case AllocatorRequest.MultiAllocate(var all, var group) -> {
                List<Json> instances = all.stream().map(this::wanted).toList();
                json.put("instances", new Json.Array(instances));
                group(group, json);
            }
            case AllocatorRequest.Relocate(int instance, int nodes, var from) ->
                json.put("name", name(instance))
                        .put("required_nodes", nodes)
                        .put(
                                "relocate_from",
                                Json.of(from.stream()
                                        .map(node -> cluster.nodes().get(node).name())
                                        .toList()));
            case AllocatorRequest.Evacuate(var instances, var mode) ->
                json.put("instances", names(instances)).put("evac_mode", mode.label());
            case AllocatorRequest.ChangeGroup(var instances, var targets) ->
                json.put("instances", names(instances)).put("target_groups", Json.of(targets));
            case AllocatorRequest.AllocateSecondary(int instance) -> json.put("name", name(instance));
        }
        return json.build();
    }

    private Json wanted(AllocatorRequest.Wanted wanted) {
        Json.Builder json = new Json.Builder();
        wanted(wanted, json);
        return json.build();
    }

    private void wanted(AllocatorRequest.Wanted wanted, Json.Builder json) {
        json.put("name", wanted.instance().name()).put("required_nodes", wanted.nodes());
        body.accept(wanted.instance(), json);
    }

    private static void group(Optional<String> group, Json.Builder json) {
        json.put("group_name", group.map(Json::of).orElse(Json.none()));
    }

    private Json names(List<Integer> instances) {
        return Json.of(instances.stream().map(this::name).toList());
    }

    private String name(int instance) {
        return cluster.instances().get(instance).name();
    }
}
