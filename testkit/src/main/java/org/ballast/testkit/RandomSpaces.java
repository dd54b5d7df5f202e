package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.model.Cluster;
import org.ballast.testkit.Spelling.GivenOption;
import org.ballast.testkit.Spelling.GivenOption.Valued;

/**
 * Random questions how many more instances fit, from seeds: clusters as text, simulated or in an allocator's document,
 * and the options of the call. The sizes suit the cluster: mostly up to some 60 instances fit, so that Ganeti needs a
 * second or two.
 */
public final class RandomSpaces {
    private final Dice dice;
    private final List<GivenOption> options = new ArrayList<>();
    private final SortedMap<String, String> files = new TreeMap<>();

    private RandomSpaces(Dice dice) {
        this.dice = dice;
    }

    /** Returns the question that the seed makes up, asked with options in full. */
    public static SpaceCase of(long seed) {
        return of(seed, OptionTable.UNKNOWN);
    }

    /** Returns the question that the seed makes up. */
    public static SpaceCase of(long seed, OptionTable table) {
        return new RandomSpaces(Dice.of(seed ^ 0x59ace)).question(seed, table);
    }

    private SpaceCase question(long seed, OptionTable table) {
        Dice clusterDice = dice.fork();
        Cluster cluster = switch (dice.weighted(64, 22, 12, 2)) {
            case 0 -> text(seed, clusterDice);
            case 1 -> simulation(clusterDice);
            case 2 -> document(seed, clusterDice);
            default -> {
                // Ganeti does not mind several sources: it prefers a simulation to text, and text to a document.
                document(seed, clusterDice.fork());
                Cluster text = text(seed, clusterDice.fork());
                yield dice.chance(0.5) ? simulation(clusterDice) : text;
            }
        };
        List<String> words = new SpaceOptions(cluster, dice.fork(), table, options).words();
        return new SpaceCase(cluster, new CommandLine("hspace", words, files));
    }

    private Cluster text(long seed, Dice clusterDice) {
        options.add(new Valued("text-data", RandomOptions.DATA_FILE));
        return SpaceClusters.of(seed, clusterDice);
    }

    private Cluster simulation(Dice clusterDice) {
        SimulatedCluster simulated = SimulatedCluster.of(clusterDice);
        simulated.specifications().forEach(each -> options.add(new Valued("simulate", each)));
        return simulated.cluster();
    }

    private Cluster document(long seed, Dice clusterDice) {
        // Ganeti enters the instances of a document twice, and so finds twice that something is missing.
        Cluster cluster = SpaceClusters.empty(seed, clusterDice);
        AllocatorRequest request = new AllocatorRequest.Allocate(
                new WantedInstances(cluster, 1, clusterDice).wanted("wanted"), Optional.empty(), Optional.empty());
        Json.Struct document = new AllocatorDocument(cluster, clusterDice).write(request, List.of("xen-pvm"));
        files.put(RandomRequests.REQUEST_FILE, document.write() + "\n");
        options.add(new Valued("ialloc-src", RandomRequests.REQUEST_FILE));
        return cluster;
    }
}
