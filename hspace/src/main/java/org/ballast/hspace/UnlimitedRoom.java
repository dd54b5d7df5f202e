package org.ballast.hspace;

import java.util.Optional;
import org.ballast.capacity.CandidateNodes;
import org.ballast.capacity.InstanceShape;
import org.ballast.cli.console.Failure;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Scenario;

/** The check for instances of a size that takes nothing of a node, so that any number of them would fit. */
final class UnlimitedRoom {
    private UnlimitedRoom() {}

    /**
     * Refuses sizes with which filling would not come to an end.
     *
     * @throws Failure if it does not
     */
    static void refuse(Scenario scenario, CandidateNodes candidateNodes, InstanceShape shape) {
        Optional<Node> node = candidateNodes.open().stream()
                .map(index -> scenario.cluster().nodes().get(index))
                .filter(each -> isEndless(scenario, each, shape))
                .findFirst();
        if (node.isPresent()) {
            throw Failure.because("instances of memory " + shape.size().memory() + ", disk "
                    + shape.size().disk() + " and " + shape.size().vcpus() + " CPUs would fit without end on node "
                    + node.get().name() + ", use -l to limit their number");
        }
    }

    private static boolean isEndless(Scenario scenario, Node node, InstanceShape shape) {
        InstanceShape.Size size = shape.size();
        return size.memory() == 0
                && (size.vcpus() == 0
                        || !(scenario.maxVcpuRatio(node) * node.cpus().total() >= 0))
                && !(shape.template().usesLocalStorage() && takesStorage(node, shape))
                && isAccepted(scenario, node, shape.instance("new"));
    }

    private static boolean takesStorage(Node node, InstanceShape shape) {
        return shape.size().disk() > 0
                || (node.spindles().exclusive() ? shape.size().spindles() > 0 : shape.spindleUse() > 0);
    }

    private static boolean isAccepted(Scenario scenario, Node node, Instance instance) {
        Group group = scenario.cluster().groups().get(node.group());
        return group.policy().accepts(instance, node.spindles().exclusive());
    }
}
