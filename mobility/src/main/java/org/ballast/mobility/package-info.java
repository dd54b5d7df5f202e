/**
 * Which instances cannot move, and why: {@link org.ballast.mobility.Hindrances} knows what holds an instance wherever
 * it might go, and {@link org.ballast.mobility.MobilitySurvey} tries all its moves. What nodes lack is said by the
 * independent checker, and proven: with so much more the move is possible.
 */
@NullMarked
package org.ballast.mobility;

import org.jspecify.annotations.NullMarked;
