/**
 * The pieces of text that several commands print: tables of nodes, instances and scores, and values in the notations
 * that Ganeti's output uses. Everything here returns text; nothing prints.
 */
@NullMarked
package org.ballast.cli.text;

import org.jspecify.annotations.NullMarked;
