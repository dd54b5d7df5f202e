package org.ballast.hail.notation;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.ballast.backends.Notation;
import org.ballast.model.Cluster;
import org.ballast.model.Decimals;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/**
 * The text of a cluster in full: what was read, not what follows from it, of which Ganeti writes down a good deal as
 * well.
 *
 * @param scenario the cluster and what its tags mean
 * @param alias makes full names short
 */
public record ClusterText(Scenario scenario, UnaryOperator<String> alias) {

    /** Returns the cluster. */
    public String text() {
        Cluster cluster = scenario.cluster();
        return "ClusterData {cdGroups = " + numbered(cluster.groups(), GroupText::of) + ", cdNodes = "
                + numbered(cluster.nodes(), this::of) + ", cdInstances = "
                + numbered(
                        cluster.instances(),
                        (index, instance) ->
                                InstanceText.of(instance, alias.apply(instance.name()), index, scenario.tags()))
                + ", cdTags = " + InstanceText.quoted(cluster.tags()) + ", cdIPolicy = "
                + GroupText.of(cluster.policy()) + "}";
    }

    private static <T> String numbered(List<T> objects, BiFunction<Integer, T, String> text) {
        StringBuilder all = new StringBuilder("fromList [");
        for (int index = 0; index < objects.size(); index++) {
            all.append(index == 0 ? "(" : ",(")
                    .append(index)
                    .append(',')
                    .append(text.apply(index, objects.get(index)))
                    .append(')');
        }
        return all.append(']').toString();
    }

    private String of(int index, Node node) {
        return "Node {name = " + Notation.quoted(node.name()) + ", alias = "
                + Notation.quoted(alias.apply(node.name())) + ", tMem = "
                + Decimals.shown(node.memory().total())
                + ", nMem = " + node.memory().reserved() + ", fMem = "
                + node.memory().free() + ", tDsk = "
                + Decimals.shown(node.disk().total()) + ", fDsk = "
                + node.disk().free() + ", tCpu = "
                + Decimals.shown(node.cpus().total()) + ", tCpuSpeed = "
                + Decimals.shown(node.cpus().speed()) + ", nCpu = "
                + node.cpus().reserved() + ", tSpindles = " + node.spindles().total() + ", fSpindles = "
                + node.spindles().free()
                + ", idx = " + index + ", offline = " + InstanceText.truth(node.isOffline()) + ", nTags = "
                + InstanceText.quoted(node.tags()) + ", group = " + node.group() + ", exclStorage = "
                + InstanceText.truth(node.spindles().exclusive()) + "}";
    }
}
