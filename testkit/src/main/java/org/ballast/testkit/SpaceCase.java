package org.ballast.testkit;

import org.ballast.model.Cluster;

/**
 * A question how many more instances fit, as a call of {@code hspace}.
 *
 * @param cluster the cluster it is about
 * @param call the call; if it reads the cluster from a text file of the name {@link RandomOptions#DATA_FILE}, that file
 *     has yet to be added
 */
public record SpaceCase(Cluster cluster, CommandLine call) {

    /** Returns whether the call reads the cluster from a text file. */
    public boolean readsText() {
        return call.arguments().stream().anyMatch(argument -> argument.endsWith(RandomOptions.DATA_FILE));
    }
}
