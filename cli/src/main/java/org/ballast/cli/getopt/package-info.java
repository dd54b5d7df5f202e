/**
 * The rules by which a command line is read, without picocli: options are plain data, {@link
 * org.ballast.cli.getopt.Getopt} finds them among the arguments as the peer's parser would, {@link
 * org.ballast.cli.getopt.Values} reads what is given for them, and {@link org.ballast.cli.getopt.Command} answers
 * questions about the command itself. A command that has to start in no time uses nothing else.
 */
@NullMarked
package org.ballast.cli.getopt;

import org.jspecify.annotations.NullMarked;
