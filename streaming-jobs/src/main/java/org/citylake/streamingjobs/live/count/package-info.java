/** Counts of live streams as checkpointed state. */
@NullMarked
package org.citylake.streamingjobs.live.count;

import org.jspecify.annotations.NullMarked;
