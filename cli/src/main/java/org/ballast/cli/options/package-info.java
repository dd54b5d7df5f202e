/**
 * Options that several commands share, in groups that go together, by Ganeti's names. A group holds what was given
 * and hands it on as records of the parts that act on it; values are checked while they are read, so that the first bad
 * one is reported.
 */
@NullMarked
package org.ballast.cli.options;

import org.jspecify.annotations.NullMarked;
