/**
 * Checks that need more than one module: Ballast beside the installed Ganeti on random input, golden files, the
 * dependency rules, the limits on source files.
 */
@NullMarked
package org.ballast.checks;

import org.jspecify.annotations.NullMarked;
