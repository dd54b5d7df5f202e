package org.ballast.checks;

import java.util.SortedMap;
import java.util.TreeMap;
import org.ballast.backends.text.TextWriter;
import org.ballast.model.Cluster;
import org.ballast.testkit.AllocatorCase;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.OptionTable;
import org.ballast.testkit.RandomClusters;
import org.ballast.testkit.RandomOptions;
import org.ballast.testkit.RandomRequests;
import org.ballast.testkit.RandomSpaces;
import org.ballast.testkit.Sandbox;
import org.ballast.testkit.SpaceCase;
import org.ballast.testkit.TextTwists;

/**
 * A call of a tool that a seed makes up.
 *
 * @param name the seed, after what tells this kind of cases from others
 * @param call the call
 */
record RandomCase(String name, CommandLine call) {

    static RandomCase of(long seed) {
        Cluster cluster = RandomClusters.of(seed);
        CommandLine call = switch (Math.floorMod(seed, 5)) {
            case 0 -> RandomOptions.hinfo(cluster, seed, options("hinfo"));
            case 1 -> RandomOptions.hcheck(cluster, seed, options("hcheck"));
            default -> RandomOptions.hbal(cluster, seed, options("hbal"));
        };
        String data = TextTwists.twist(TextWriter.write(cluster), seed);
        return new RandomCase(Long.toString(seed), call.withFile(RandomOptions.DATA_FILE, data));
    }

    /** Returns a call of {@code hail}. */
    static RandomCase request(long seed) {
        AllocatorCase random = RandomRequests.of(seed, options("hail"));
        CommandLine call = random.readsText()
                ? random.call().withFile(RandomOptions.DATA_FILE, TextWriter.write(random.cluster()))
                : random.call();
        return new RandomCase("hail-" + seed, call);
    }

    /** Returns a call of {@code hspace}. */
    static RandomCase hspace(long seed) {
        SpaceCase random = RandomSpaces.of(seed, options("hspace"));
        CommandLine call = random.readsText()
                ? random.call()
                        .withFile(RandomOptions.DATA_FILE, TextTwists.twist(TextWriter.write(random.cluster()), seed))
                : random.call();
        return new RandomCase("hspace-" + seed, call);
    }

    private static OptionTable options(String tool) {
        return ToolOptions.of(tool).ganetis();
    }

    /** Keeps the input and what both tools made of it, for replay. Returns the folder's name. */
    String keep(CallOutcome.Finished ganeti, CallOutcome.Finished ours) {
        String folder = "target/differential/" + name;
        SortedMap<String, String> files = new TreeMap<>(call.files());
        files.put("command.txt", call + "\n");
        put(files, "ganeti", ganeti);
        put(files, "ours", ours);
        Sandbox.fill(Project.module().resolve(folder), files);
        return "checks/" + folder;
    }

    private static void put(SortedMap<String, String> files, String who, CallOutcome.Finished outcome) {
        files.put(who + ".stdout", outcome.out());
        files.put(who + ".stderr", outcome.err());
        files.put(who + ".exit", outcome.exitCode() + "\n");
        outcome.written().forEach((name, content) -> files.put(who + "." + name, content));
    }
}
