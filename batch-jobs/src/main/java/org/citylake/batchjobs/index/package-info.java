/** Indexes: the panel from the lakehouse, the scores and the trace into it. */
@NullMarked
package org.citylake.batchjobs.index;

import org.jspecify.annotations.NullMarked;
