package org.ballast.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.ballast.backends.ClusterLoader;
import org.ballast.iallocator.Message;
import org.ballast.iallocator.MessageReader;
import org.ballast.iallocator.Request;
import org.ballast.model.Scenario;
import org.ballast.testkit.LargeRequests;

/**
 * A generated request for one DRBD instance, the same each time.
 *
 * @param document as the cluster manager writes it
 * @param request what is asked
 * @param scenario the cluster that it is about
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
record GeneratedRequest(byte[] document, Request.Allocate request, Scenario scenario) {
    private static final long SEED = 1;

    /** Makes the request in a cluster of this kind and number of nodes. */
    static GeneratedRequest of(LargeRequests.Kind kind, int nodes) {
        byte[] document = LargeRequests.of(kind, nodes, SEED).document().write().getBytes(StandardCharsets.UTF_8);
        Message message = read(document);
        Scenario scenario = ClusterLoader.of(message.cluster()).scenario();
        return new GeneratedRequest(document, (Request.Allocate) message.request(), scenario);
    }

    /** Reads the document. */
    static Message read(byte[] document) {
        return MessageReader.read(new ByteArrayInputStream(document), "document");
    }
}
