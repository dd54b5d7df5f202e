/**
 * Explanations for people that an allocator's reply does not have: what each node lacks, the nearest miss first, and
 * how room can be made. {@link org.ballast.hail.explain.ReplyExplanation} is where to start. The rules are those of
 * {@code checker}: they are asked, not written down once more. Nothing here is loaded unless it is asked for.
 */
@NullMarked
package org.ballast.hail.explain;

import org.jspecify.annotations.NullMarked;
