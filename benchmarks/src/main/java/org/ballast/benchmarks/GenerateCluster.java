package org.ballast.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ballast.backends.text.TextWriter;
import org.ballast.testkit.RandomClusters;

/** A program that writes a random cluster of the benchmarks to a file in the text format. */
final class GenerateCluster {
    private GenerateCluster() {}

    /** Takes the number of nodes, the instances per node, the seed, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            System.err.println("usage: GenerateCluster NODES INSTANCES-PER-NODE SEED FILE");
            System.exit(2);
        }
        int nodes = Integer.parseInt(arguments[0]);
        int instancesPerNode = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        Files.writeString(
                Path.of(arguments[3]), TextWriter.write(RandomClusters.skewed(nodes, instancesPerNode, seed)));
    }
}
