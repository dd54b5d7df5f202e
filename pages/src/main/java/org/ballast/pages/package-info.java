/**
 * A page of text, tiles, tables and charts, and how it becomes one HTML file that needs nothing besides itself. What is
 * on a page is said by {@link org.ballast.pages.Page} and what it is made of; {@link org.ballast.pages.HtmlPage} writes
 * it. A chart becomes a {@code Figure}, its picture is a {@code Plot}; only that class and {@code Picture}, which
 * cleans what the chart library draws, know of the library. Neither fonts nor a display are needed, and the same page
 * is always the same bytes.
 */
@NullMarked
package org.ballast.pages;

import org.jspecify.annotations.NullMarked;
