/**
 * Users' rules beyond the cluster manager's own: which instances keep together or apart, on which nodes they
 * may be, which stay where they are. A {@link org.ballast.model.rules.PlacementRule} names instances and nodes by
 * index, and says in its own words what it asks for; how its violations are counted is written at each kind.
 */
@NullMarked
package org.ballast.model.rules;

import org.jspecify.annotations.NullMarked;
