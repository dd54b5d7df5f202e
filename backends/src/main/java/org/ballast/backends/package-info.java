/**
 * Where cluster state comes from. {@link org.ballast.backends.ClusterLoader} turns what a command line names (a
 * {@link org.ballast.backends.ClusterSource}, and {@link org.ballast.backends.LoadOptions} such as measured load) into the {@link org.ballast.model.Cluster} as it was read
 * and the {@link org.ballast.model.Scenario} that the run starts from; {@link org.ballast.backends.NodeOverrides} then
 * adds what the user says about nodes. Each source has a package of its own below.
 * {@link org.ballast.backends.Notation} writes values the way some of Ganeti's messages do.
 */
@NullMarked
package org.ballast.backends;

import org.jspecify.annotations.NullMarked;
