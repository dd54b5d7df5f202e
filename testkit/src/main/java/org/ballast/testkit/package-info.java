/**
 * What tests and benchmarks share: reproducible random clusters ({@link org.ballast.testkit.RandomClusters}) and command
 * lines ({@link org.ballast.testkit.RandomOptions}), both grown from one seed, and a runner for the installed peer
 * ({@link org.ballast.testkit.Peer}). No main code depends on it.
 */
@NullMarked
package org.ballast.testkit;

import org.jspecify.annotations.NullMarked;
