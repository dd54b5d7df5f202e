/**
 * Cluster state from a request to an allocator, which holds all of it beside what is asked. The format itself is the
 * business of {@link org.ballast.iallocator}.
 */
@NullMarked
package org.ballast.backends.iallocator;

import org.jspecify.annotations.NullMarked;
