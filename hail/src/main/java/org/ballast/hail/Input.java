package org.ballast.hail;

import org.ballast.backends.LoadedCluster;
import org.ballast.iallocator.Request;
import org.ballast.model.TagRules;

/**
 * What there is to answer.
 *
 * @param request the question
 * @param loaded the cluster that it is about
 * @param wantedTags what the tags of instances mean that it asks for
 * @param firstNode the number of the first node: simulated ones are counted from 1
 */
record Input(Request request, LoadedCluster loaded, TagRules wantedTags, int firstNode) {}
