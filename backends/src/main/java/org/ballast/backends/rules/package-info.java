/**
 * Placement rules that the tags of a cluster ask for. {@link org.ballast.backends.rules.RuleTags} is where to start. It
 * is read by all tools, and loads no library.
 */
@NullMarked
package org.ballast.backends.rules;

import org.jspecify.annotations.NullMarked;
