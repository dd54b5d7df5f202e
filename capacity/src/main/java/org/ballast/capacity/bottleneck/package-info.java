/**
 * The reasons for which no more instances fit: {@link org.ballast.capacity.bottleneck.Bottleneck} says what stops the
 * next one on each node, {@link org.ballast.capacity.bottleneck.Reserves} what is kept free for failures, and {@link
 * org.ballast.capacity.bottleneck.Expansion} how much hardware would make room for more.
 */
@NullMarked
package org.ballast.capacity.bottleneck;

import org.jspecify.annotations.NullMarked;
