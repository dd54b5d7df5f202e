/** The world around a command: its streams and files, who watches it, and the ways in which it can fail. */
@NullMarked
package org.ballast.cli.console;

import org.jspecify.annotations.NullMarked;

