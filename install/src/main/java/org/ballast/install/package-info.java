/**
 * Installs a build where the launcher finds it: a new folder with the jars of all commands and their start-up caches, which
 * takes the place of the former one only when it is complete.
 */
@NullMarked
package org.ballast.install;

import org.jspecify.annotations.NullMarked;
