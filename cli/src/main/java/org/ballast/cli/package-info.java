/**
 * The common parts of all commands: from {@code argv} to options by {@link org.ballast.cli.getopt.Getopt} and, where a
 * command has time for it, picocli; the cluster that the options speak of; and the way a command ends, which is
 * {@link org.ballast.cli.console.Ending}'s business:
 *
 * <table>
 * <caption>exit codes</caption>
 * <tr><td>0</td><td>done</td></tr>
 * <tr><td>1</td><td>an option's value, the input, or the result of a check is bad</td></tr>
 * <tr><td>2</td><td>the command line cannot be understood</td></tr>
 * </table>
 */
@NullMarked
package org.ballast.cli;

import org.jspecify.annotations.NullMarked;
