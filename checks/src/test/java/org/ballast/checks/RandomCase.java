package org.ballast.checks;

import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.backends.text.TextWriter;
import org.ballast.model.Cluster;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.Outcome;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.RandomOptions;
import org.ballast.testkit.Sandbox;
import org.ballast.testkit.TextTwists;

/**
 * A call of a tool that a seed makes up.
 *
 * @param seed the seed
 * @param call the call
 */
record RandomCase(long seed, CommandLine call) {

    static RandomCase of(long seed) {
        Cluster cluster = RandomClusters.of(seed);
        CommandLine call = switch (Math.floorMod(seed, 5)) {
            case 0 -> RandomOptions.hinfo(cluster, seed);
            case 1 -> RandomOptions.hcheck(cluster, seed);
            default -> RandomOptions.hbal(cluster, seed);
        };
        String data = TextTwists.twist(TextWriter.write(cluster), seed);
        return new RandomCase(seed, call.withFile(RandomOptions.DATA_FILE, data));
    }

    /** Keeps the input and what both tools made of it, for replay. Returns the folder's name. */
    String keep(Outcome.Finished peer, Outcome.Finished ours) {
        String folder = "target/differential/" + seed;
        SortedMap<String, String> files = new TreeMap<>(call.files());
        files.put("command.txt", call + "\n");
        put(files, "peer", peer);
        put(files, "ours", ours);
        Sandbox.fill(Project.module().resolve(folder), files);
        return "checks/" + folder;
    }

    private static void put(SortedMap<String, String> files, String who, Outcome.Finished outcome) {
        files.put(who + ".stdout", outcome.out());
        files.put(who + ".stderr", outcome.err());
        files.put(who + ".exit", outcome.exitCode() + "\n");
        outcome.written().forEach((name, content) -> files.put(who + "." + name, content));
    }
}
