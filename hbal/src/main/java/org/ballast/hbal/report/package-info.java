/**
 * What a plan does, as one page with pictures: the cluster before and after, the score on the way, the schedule, what more
 * or less change would give, and each move. {@link org.ballast.hbal.report.ReportPage} makes it of a {@link
 * org.ballast.hbal.report.Rebalancing}, to which everything on the page belongs; nothing is searched or computed anew here.
 */
@NullMarked
package org.ballast.hbal.report;

import org.jspecify.annotations.NullMarked;
