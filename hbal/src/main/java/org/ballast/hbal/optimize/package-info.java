/**
 * What {@code --optimize} asks for and what comes of it: {@link org.ballast.hbal.optimize.OptimizeOptions} becomes a request
 * to the planner, {@link org.ballast.hbal.optimize.Search} runs it while people watch, and
 * {@link org.ballast.hbal.optimize.SearchOutcome} holds all that is told afterwards, in whatever form.
 */
@NullMarked
package org.ballast.hbal.optimize;

import org.jspecify.annotations.NullMarked;
