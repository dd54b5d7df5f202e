/**
 * hail, the allocator: {@link org.ballast.hail.Hail} leads from the command line over a request to the reply. A cluster
 * manager starts it once for each new instance and waits, so nothing on this way loads picocli, a JSON tree, or a log.
 */
@NullMarked
package org.ballast.hail;

import org.jspecify.annotations.NullMarked;
