/** JSON documents as results, written piece by piece; what is in them is described in {@code docs/plan-format.md}. */
@NullMarked
package org.ballast.cli.json;

import org.jspecify.annotations.NullMarked;
