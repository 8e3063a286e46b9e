/** The lakehouse: its catalog, its tables by contract, and its releases. */
@NullMarked
package org.citylake.lakehouse;

import org.jspecify.annotations.NullMarked;
