package org.ballast.hail.notation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ballast.backends.Notation;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.TagRules;

/**
 * The text of a request in full.
 *
 * @param cluster the cluster that it is about; it names objects by their numbers
 * @param tags what the tags of new instances mean
 */
public record RequestText(Cluster cluster, TagRules tags) {
    private static final int NO_NUMBER = -1;

    /** Returns the request. */
    public String of(Request request) {
        return switch (request) {
            case Request.Allocate one ->
                "Allocate (" + wanted(one) + ") (" + details(one) + ") "
                        + maybe(one.restrictTo(), InstanceText::quoted);
            case Request.MultiAllocate several ->
                "MultiAllocate "
                        + GroupText.list(several.requests(), one -> "(" + wanted(one) + "," + details(one) + ")");
            case Request.Relocate relocate ->
                "Relocate " + number(cluster.instances(), Instance::name, relocate.instance()) + " "
                        + Notation.argument(relocate.requiredNodes()) + " "
                        + numbers(cluster.nodes(), Node::name, relocate.relocateFrom());
            case Request.NodeEvacuate evacuate ->
                "NodeEvacuate " + numbers(cluster.instances(), Instance::name, evacuate.instances()) + " "
                        + of(evacuate.mode());
            case Request.ChangeGroup change ->
                "ChangeGroup " + numbers(cluster.instances(), Instance::name, change.instances()) + " "
                        + numbers(cluster.groups(), Group::uuid, change.targetGroups());
            case Request.AllocateSecondary secondary ->
                "AllocateSecondary " + number(cluster.instances(), Instance::name, secondary.instance());
        };
    }

    private String wanted(Request.Allocate request) {
        return InstanceText.of(request.instance(), request.instance().name(), NO_NUMBER, tags);
    }

    private static String details(Request.Allocate request) {
        return "AllocDetails " + Notation.argument(request.requiredNodes()) + " "
                + maybe(request.group(), Notation::quoted);
    }

    private static <T> String maybe(Optional<T> value, Function<T, String> text) {
        return value.map(each -> "(Just " + text.apply(each) + ")").orElse("Nothing");
    }

    private static String of(EvacuationMode mode) {
        return switch (mode) {
            case PRIMARY_ONLY -> "ChangePrimary";
            case SECONDARY_ONLY -> "ChangeSecondary";
            case ALL -> "ChangeAll";
        };
    }

    private static <T> String numbers(List<T> objects, Function<T, String> name, List<String> wanted) {
        return GroupText.list(wanted, each -> number(objects, name, each));
    }

    private static <T> String number(List<T> objects, Function<T, String> name, String wanted) {
        return Integer.toString(objects.stream().map(name).toList().indexOf(wanted));
    }
}
