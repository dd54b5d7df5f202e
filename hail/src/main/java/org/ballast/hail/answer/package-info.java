/**
 * The way from a request to a reply: looks up what the request names, asks the planner, and puts what comes of it into
 * Ganeti's words.
 */
@NullMarked
package org.ballast.hail.answer;

import org.jspecify.annotations.NullMarked;
