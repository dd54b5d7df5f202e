/**
 * The way from target placements to real moves: {@link org.ballast.optimizer.sequence.Sequencer} turns target
 * placements into a list of real moves, each safe once those before it are done. When each of them starts is the
 * business of {@code org.ballast.optimizer.schedule}.
 */
@NullMarked
package org.ballast.optimizer.sequence;

import org.jspecify.annotations.NullMarked;
