/**
 * The forms in which a {@link org.ballast.hspace.study.Study} is printed: lines for a terminal, a page with pictures,
 * JSON and CSV for programs. Whatever they say is in the study already. The last two take the figures of nodes, groups
 * and the cluster from one {@link org.ballast.hspace.output.Inventory}, so that they agree.
 */
@NullMarked
package org.ballast.hspace.output;

import org.jspecify.annotations.NullMarked;
