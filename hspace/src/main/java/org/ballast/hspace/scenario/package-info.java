/**
 * The notation of hypothetical changes of a cluster: {@code add=3:4T,256g,32/lose=node7}.
 * {@link org.ballast.hspace.scenario.WhatIfReader} makes {@link org.ballast.capacity.whatif.ClusterChange}s of it.
 */
@NullMarked
package org.ballast.hspace.scenario;

import org.jspecify.annotations.NullMarked;
