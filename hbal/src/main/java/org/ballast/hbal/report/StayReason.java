package org.ballast.hbal.report;

/**
 * Why an instance stays where it is.
 *
 * @param instance index of the instance
 * @param offline whether one of its nodes is offline, so that it should not stay
 * @param reason in a few words
 */
public record StayReason(int instance, boolean offline, String reason) {}
