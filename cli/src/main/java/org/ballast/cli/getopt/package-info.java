/**
 * The rules by which a command line is read, without picocli. An {@link org.ballast.cli.getopt.Option} says once what
 * it is called and where its values go; {@code Getopt} finds options among the arguments as Ganeti's parser would,
 * {@link org.ballast.cli.getopt.Values} reads what is given for them, and {@link org.ballast.cli.getopt.Command} has
 * the options take it and answers questions about the command itself. A command that has to start in no time uses
 * nothing else.
 */
@NullMarked
package org.ballast.cli.getopt;

import org.jspecify.annotations.NullMarked;
