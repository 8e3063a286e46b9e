/** The client's side of the catalog: connecting to a warehouse and looking at its tables. */
@NullMarked
package org.citylake.lakehouse.catalog;

import org.jspecify.annotations.NullMarked;
