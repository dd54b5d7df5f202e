/** The results of hspace in the forms in which they are printed: for people, and as shell variables. */
@NullMarked
package org.ballast.hspace.report;

import org.jspecify.annotations.NullMarked;
