/** The index engine: a panel and an edition go in, scores and the trace of every stage come out. */
@NullMarked
package org.citylake.metrics.index;

import org.jspecify.annotations.NullMarked;
