/**
 * Says to a person what an allocator's reply does not: what each node lacks, the nearest miss first, and how room can be
 * made. {@link org.ballast.hail.explain.ReplyExplanation} is where to start. The rules are those of {@code checker}: they
 * are asked, not written down once more. Nothing here is loaded unless somebody asks for it.
 */
@NullMarked
package org.ballast.hail.explain;

import org.jspecify.annotations.NullMarked;

