/** Appending to, reading from and branching one table. */
@NullMarked
package org.citylake.lakehouse.table;

import org.jspecify.annotations.NullMarked;
