package org.ballast.hail;

import org.ballast.backends.LoadedCluster;
import org.ballast.hail.answer.Question;
import org.ballast.iallocator.Request;
import org.ballast.planner.place.GanetiNumbering;

/**
 * The question to answer, with the cluster as it was loaded.
 *
 * @param question what is asked
 * @param loaded the cluster that it is about, and what is inconsistent in it
 * @param numbering the numbers that Ganeti gives its nodes
 */
record Input(Question question, LoadedCluster loaded, GanetiNumbering numbering) {
    /** Returns the request. */
    Request request() {
        return question.request();
    }
}
