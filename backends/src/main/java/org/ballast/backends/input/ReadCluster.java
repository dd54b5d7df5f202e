package org.ballast.backends.input;

import java.util.List;
import java.util.Map;
import org.ballast.model.Cluster;

/**
 * A cluster as read from a source, with remarks about the input.
 *
 * @param cluster the cluster
 * @param remarks lines about what is probably not meant as it is
 * @param unusualNames names of nodes and instances that Ganeti does not give, and the file and line where each is
 */
public record ReadCluster(Cluster cluster, List<String> remarks, Map<String, String> unusualNames) {

    /** Copies the lists. */
    public ReadCluster {
        remarks = List.copyOf(remarks);
        unusualNames = Map.copyOf(unusualNames);
    }
}
