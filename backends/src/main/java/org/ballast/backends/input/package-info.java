/**
 * The common parts of all readers: lines of bounded length from files that may hold anything, numbers in all
 * notations that Ganeti's files may use, and {@link org.ballast.backends.input.BackendException}, whose message tells
 * in one line what is wrong and where.
 */
@NullMarked
package org.ballast.backends.input;

import org.jspecify.annotations.NullMarked;
