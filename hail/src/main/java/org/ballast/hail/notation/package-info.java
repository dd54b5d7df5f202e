/**
 * The received data in the notation in which Ganeti writes down its own data: for {@code -v -v}, and for one message.
 */
@NullMarked
package org.ballast.hail.notation;

import org.jspecify.annotations.NullMarked;
