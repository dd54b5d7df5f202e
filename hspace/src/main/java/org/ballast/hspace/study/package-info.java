/**
 * The analysis of a cluster's capacity, as one immutable {@link org.ballast.hspace.study.Study}. The
 * forms in which it is told (text, JSON, CSV, HTML) read it; none of them works anything out.
 */
@NullMarked
package org.ballast.hspace.study;

import org.jspecify.annotations.NullMarked;
