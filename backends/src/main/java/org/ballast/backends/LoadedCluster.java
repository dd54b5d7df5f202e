package org.ballast.backends;

import java.util.List;
import java.util.Map;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;

/**
 * A cluster as loaded, with the warnings about it.
 *
 * @param cluster the state as it was read
 * @param scenario the state with what the request adds to it
 * @param warnings nodes whose figures do not add up, one line each, in the order in which they are printed
 * @param remarks lines about input that is probably not meant as it is
 * @param unusualNames names of nodes and instances that Ganeti does not give, and where in the input each is
 * @param commonSuffix the domain, from its dot on, that the names of all nodes and instances share and that may be left
 *     out in print; nothing if they share none
 */
public record LoadedCluster(
        Cluster cluster,
        Scenario scenario,
        List<String> warnings,
        List<String> remarks,
        Map<String, String> unusualNames,
        String commonSuffix) {

    /** Copies the lists. */
    public LoadedCluster {
        warnings = List.copyOf(warnings);
        remarks = List.copyOf(remarks);
        unusualNames = Map.copyOf(unusualNames);
    }
}
