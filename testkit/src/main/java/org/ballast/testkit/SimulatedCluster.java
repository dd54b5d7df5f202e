package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.Node;
import org.ballast.model.NodeRole;

/**
 * A cluster that only a command line describes.
 *
 * @param specifications one for each group, in the order of the command line, which is not that of the groups
 * @param cluster what they describe, to the precision of the units
 */
record SimulatedCluster(List<String> specifications, Cluster cluster) {

    static SimulatedCluster of(Dice dice) {
        int groups = 1 + dice.weighted(62, 23, 10, 5);
        List<String> specifications = new ArrayList<>();
        List<Group> described = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            Machine machine = machine(dice);
            AllocationPolicy policy =
                    AllocationPolicy.values()[groups == 1 ? dice.weighted(90, 8, 2) : dice.weighted(60, 25, 15)];
            int count = dice.chance(0.03) ? dice.between(0, 2) : dice.between(3, groups == 1 ? 12 : 6);
            // The last one on the command line becomes the first group.
            specifications.addFirst(name(policy, dice) + "," + machine.specification(count, dice));
            String number = String.format(Locale.ROOT, "%02d", group + 1);
            described.add(new Group(
                    "group-" + number, "fake-uuid-" + number, policy, List.of(), List.of(), InstancePolicy.DEFAULT));
            for (int i = 1; i <= count; i++) {
                nodes.add(machine.node(String.format(Locale.ROOT, "node-%s-%03d", number, i), group));
            }
        }
        return new SimulatedCluster(
                specifications, new Cluster(described, nodes, List.of(), List.of(), InstancePolicy.DEFAULT));
    }

    private record Machine(long memory, long disk, int cpus, int spindles, boolean exclusiveStorage) {

        String specification(int count, Dice dice) {
            SizeSpelling spelling = new SizeSpelling(dice);
            String first = spelling.number(count) + "," + spelling.size(disk) + "," + spelling.size(memory) + ","
                    + spelling.number(cpus);
            if (exclusiveStorage) {
                return first + "," + spindles + ",True";
            }
            return first + (spindles == 1 && dice.chance(0.7) ? "" : "," + spindles + dice.pick("", "", ",False"));
        }

        Node node(String name, int group) {
            return new Node(
                    name,
                    group,
                    NodeRole.NORMAL,
                    new Node.Memory(memory, 0, memory),
                    new Node.Disk(disk, disk),
                    new Node.Cpus(cpus, 1, 1),
                    new Node.Spindles(spindles, 0, exclusiveStorage),
                    List.of());
        }
    }

    private static Machine machine(Dice dice) {
        boolean round = dice.chance(0.75);
        long memory = round ? dice.pick(4096L, 8192L, 16384L, 32768L, 32768L, 65536L) : dice.between(4_000L, 50_000L);
        long disk =
                round ? dice.pick(51_200L, 102_400L, 262_144L, 524_288L, 8_388_608L) : dice.between(20_000L, 400_000L);
        int spindles = dice.chance(0.97) ? dice.pick(1, 1, 1, 2, 4, 12) : 0;
        return new Machine(memory, disk, dice.pick(2, 4, 8, 16), spindles, dice.chance(0.06));
    }

    private static String name(AllocationPolicy policy, Dice dice) {
        String letter = switch (policy) {
            case PREFERRED -> "p";
            case LAST_RESORT -> "a";
            case UNALLOCABLE -> "u";
        };
        return dice.chance(0.6) ? letter : policy.label();
    }
}
