/**
 * The protocol in which a cluster manager asks where instances should go: one JSON document with the state of the
 * cluster and a {@link org.ballast.iallocator.Request}, answered by one with a {@link org.ballast.iallocator.Reply}.
 * {@link org.ballast.iallocator.MessageReader} streams the first, without a tree of it in memory, and says in one line
 * where a document is broken; {@link org.ballast.iallocator.ReplyWriter} writes the second to the letter. Both are on
 * the way to an answer that is awaited: they use no reflection, no regular expressions and no lambdas.
 *
 * <p>Source: the IAllocator protocol, version 2, of Ganeti 3.0.
 */
@NullMarked
package org.ballast.iallocator;

import org.jspecify.annotations.NullMarked;
