/** What hspace found, in the forms in which it is printed: for people, and as shell variables. */
@NullMarked
package org.ballast.hspace.report;

import org.jspecify.annotations.NullMarked;

