/**
 * hbal, the balancer: {@link org.ballast.hbal.Hbal} leads from the options over the selected group to a plan, and
 * everything that is said on the way goes through one interface, {@link org.ballast.hbal.BalanceOutput}, with a form
 * for people and a form for programs.
 */
@NullMarked
package org.ballast.hbal;

import org.jspecify.annotations.NullMarked;
