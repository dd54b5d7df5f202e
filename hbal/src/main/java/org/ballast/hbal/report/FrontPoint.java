package org.ballast.hbal.report;

/**
 * One of several plans between which there is a choice: less data or a lower score.
 *
 * @param moves how many moves it has
 * @param dataMib disk copied and memory migrated, in MiB
 * @param score the score at its end
 * @param chosen whether it is the plan that the page is about
 */
public record FrontPoint(int moves, long dataMib, double score, boolean chosen) {}
