/**
 * The capacity of hypothetical clusters: {@link org.ballast.capacity.whatif.WhatIf} makes changes to a cluster, such
 * as more nodes or the loss of one, and sets a {@link org.ballast.capacity.whatif.Prospect} of the result beside
 * that of the cluster as it is.
 */
@NullMarked
package org.ballast.capacity.whatif;

import org.jspecify.annotations.NullMarked;
