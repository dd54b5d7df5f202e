package org.ballast.hspace.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Quoted;
import org.ballast.backends.simulation.Simulation;
import org.ballast.capacity.bottleneck.HardwareResource;
import org.ballast.capacity.bottleneck.NodeHardware;
import org.ballast.capacity.whatif.BadChange;
import org.ballast.capacity.whatif.ClusterChange;
import org.ballast.capacity.whatif.WhatIf;
import org.ballast.model.Cluster;
import org.ballast.model.Node;

/**
 * A parser of changes of a cluster, several of them joined with {@code /}:
 *
 * <ul>
 *   <li>{@code add=3:4T,256g,32[,SPINDLES]} or {@code add=3@GROUP:...}: new nodes with so much disk space, memory,
 *       CPUs;
 *   <li>{@code add-group=p,3,4T,256g,32[,SPINDLES[,EXCLUSIVE]]}: a new group, as a simulation has it;
 *   <li>{@code lose=NODE}, {@code lose-group=GROUP}: nodes fail for good;
 *   <li>{@code memory=+64g}, {@code memory=NODE:+64g}, {@code memory@GROUP=+64g}: more in each node, also {@code disk},
 *       {@code cpus} and {@code spindles}.
 * </ul>
 *
 * <p>Nothing here means something to a shell. Names are looked up when the changes are made.
 */
public final class WhatIfReader {
    private static final String SEPARATOR = "/";
    private static final int FEWEST_PARTS = 3;
    private static final int MOST_PARTS = 4;

    private WhatIfReader() {}

    /**
     * Reads the changes of one option; its text is their name.
     *
     * @throws BackendException if they cannot be understood
     */
    public static WhatIf read(String text) {
        try {
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new BackendException("expected no control characters");
            }
            return new WhatIf(
                    text,
                    Arrays.stream(text.split(SEPARATOR, -1))
                            .map(WhatIfReader::change)
                            .toList());
        } catch (BackendException e) {
            throw e.during(task(text));
        } catch (BadChange e) {
            throw BackendException.because(e).during(task(text));
        }
    }

    private static String task(String text) {
        return "what-if " + Quoted.quoted(text);
    }

    private static ClusterChange change(String text) {
        int at = text.indexOf('=');
        if (at < 0) {
            throw new BackendException("expected WHAT=VALUE, found " + Quoted.quoted(text));
        }
        String what = text.substring(0, at);
        String value = text.substring(at + 1);
        return switch (what) {
            case "add" -> addNodes(value);
            case "add-group" -> addGroup(value);
            case "lose" -> new ClusterChange.LoseNode(name("node", value));
            case "lose-group" -> new ClusterChange.LoseGroup(name("group", value));
            default -> upgrade(what, value);
        };
    }

    private static ClusterChange addNodes(String value) {
        int colon = value.lastIndexOf(':');
        if (colon < 0) {
            throw new BackendException("add: expected COUNT:DISK,MEMORY,CPUS or COUNT@GROUP:DISK,MEMORY,CPUS, found "
                    + Quoted.quoted(value));
        }
        String head = value.substring(0, colon);
        int at = head.indexOf('@');
        Optional<String> group = at < 0 ? Optional.empty() : Optional.of(name("group", head.substring(at + 1)));
        String count = at < 0 ? head : head.substring(0, at);
        return new ClusterChange.AddNodes(count(count), hardware(value.substring(colon + 1)), group);
    }

    private static int count(String text) {
        long count = HardwareAmounts.positive("node count", text);
        if (count > ClusterChange.MOST_NODES) {
            throw new BackendException("node count: expected at most " + ClusterChange.MOST_NODES + ", found " + count);
        }
        return Math.toIntExact(count);
    }

    private static NodeHardware hardware(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < FEWEST_PARTS || parts.length > MOST_PARTS) {
            throw new BackendException(
                    "add: expected DISK,MEMORY,CPUS or DISK,MEMORY,CPUS,SPINDLES, found " + Quoted.quoted(text));
        }
        return new NodeHardware(
                HardwareAmounts.of(HardwareResource.MEMORY, parts[1]),
                HardwareAmounts.of(HardwareResource.DISK, parts[0]),
                HardwareAmounts.of(HardwareResource.CPUS, parts[2]),
                parts.length == MOST_PARTS ? HardwareAmounts.of(HardwareResource.SPINDLES, parts[FEWEST_PARTS]) : 1);
    }

    private static ClusterChange addGroup(String value) {
        Cluster simulated = Simulation.cluster(List.of(value));
        if (simulated.nodes().isEmpty()) {
            throw new BackendException("add-group: expected at least one node in " + Quoted.quoted(value));
        }
        Node node = simulated.nodes().getFirst();
        NodeHardware each = new NodeHardware(
                HardwareAmounts.notNegative("memory", node.memory().free()),
                HardwareAmounts.notNegative("disk", node.disk().free()),
                HardwareAmounts.notNegative("cpus", (long) node.cpus().total()),
                HardwareAmounts.notNegative("spindles", node.spindles().total()));
        return new ClusterChange.AddGroup(
                simulated.groups().getFirst().allocationPolicy(),
                simulated.nodes().size(),
                each,
                node.spindles().exclusive());
    }

    private static ClusterChange upgrade(String what, String value) {
        int at = what.indexOf('@');
        String label = at < 0 ? what : what.substring(0, at);
        HardwareResource resource = Arrays.stream(HardwareResource.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BackendException("expected add, add-group, lose, lose-group, memory, disk, cpus"
                        + " or spindles, found " + Quoted.quoted(what)));
        int colon = value.lastIndexOf(':');
        if (at >= 0 && colon >= 0) {
            throw new BackendException(label + ": expected a group or a node, found both");
        }
        NodeHardware each = NodeHardware.of(resource, HardwareAmounts.positive(resource, value.substring(colon + 1)));
        if (at >= 0) {
            return new ClusterChange.Upgrade(
                    each, new ClusterChange.Where.InGroup(name("group", what.substring(at + 1))));
        }
        return new ClusterChange.Upgrade(
                each,
                colon < 0
                        ? new ClusterChange.Where.Everywhere()
                        : new ClusterChange.Where.OnNode(name("node", value.substring(0, colon))));
    }

    private static String name(String kind, String text) {
        if (text.isEmpty()) {
            throw new BackendException("expected the name of a " + kind + ", found nothing");
        }
        return text;
    }
}
