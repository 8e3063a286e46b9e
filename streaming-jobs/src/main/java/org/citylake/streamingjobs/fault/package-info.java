/** Faults by a seed, and whether every event was kept once all the same. */
@NullMarked
package org.citylake.streamingjobs.fault;

import org.jspecify.annotations.NullMarked;
