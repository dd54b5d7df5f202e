/** How commands start: the launcher in {@code bin/} in every state that an install can be in, and what Java says where it cannot. */
@NullMarked
package org.ballast.checks.launch;

import org.jspecify.annotations.NullMarked;
