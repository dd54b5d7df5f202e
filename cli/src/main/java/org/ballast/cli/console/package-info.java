/** The console of a command: its streams and files, whether they are a terminal, and the ways in which it can fail. */
@NullMarked
package org.ballast.cli.console;

import org.jspecify.annotations.NullMarked;
