/**
 * The text format of cluster state: up to five sections (groups, nodes, instances, cluster tags, policies) separated by
 * empty lines, one object a line, columns separated by {@code |} and lists within them by commas. Columns were added
 * over the years; {@link org.ballast.backends.text.TextReader} reads files of all ages, and
 * {@link org.ballast.backends.text.TextWriter} writes all columns of the newest.
 *
 * <p>Source: the text backend of Ganeti 3.0, whose files are interchangeable with these.
 */
@NullMarked
package org.ballast.backends.text;

import org.jspecify.annotations.NullMarked;
