/** Tells OpenLineage of loads and computed tables: what was made from what, and how good it was. */
@NullMarked
package org.citylake.cli.lineage;

import org.jspecify.annotations.NullMarked;
