/** Keeping a table that is written without end small: its files, snapshots and metadata. */
@NullMarked
package org.citylake.lakehouse.maintenance;

import org.jspecify.annotations.NullMarked;
