/**
 * The common parts of tests and benchmarks: reproducible random clusters ({@link org.ballast.testkit.RandomClusters}),
 * command lines ({@link org.ballast.testkit.RandomOptions}), requests to an allocator ({@link
 * org.ballast.testkit.RandomRequests}, {@link org.ballast.testkit.LargeRequests}) and questions how much still fits
 * ({@link org.ballast.testkit.RandomSpaces}), all grown from one seed, and a runner for the installed Ganeti ({@link
 * org.ballast.testkit.GanetiTools}). No main code depends on it.
 */
@NullMarked
package org.ballast.testkit;

import org.jspecify.annotations.NullMarked;
