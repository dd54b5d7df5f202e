package org.ballast.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ballast.testkit.AllocatorCase;
import org.ballast.testkit.LargeRequests;

/** A program that writes a request of the benchmarks to a file, as a cluster manager hands it to its allocator. */
final class GenerateRequest {
    private GenerateRequest() {}

    /** Takes the kind of the cluster, the number of nodes, the seed, and the file to write; prints its size. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            System.err.println("usage: GenerateRequest roomy|full|exposed NODES SEED FILE");
            System.exit(2);
        }
        LargeRequests.Kind kind = LargeRequests.Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        AllocatorCase request = LargeRequests.of(kind, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        Files.writeString(Path.of(arguments[3]), request.document().write() + "\n");
        System.out.println(request.cluster().instances().size());
    }
}
