/** Counts as checkpointed state. */
@NullMarked
package org.citylake.streamingjobs.tally;

import org.jspecify.annotations.NullMarked;
