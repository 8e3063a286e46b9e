/** Placeholder. */
@NullMarked
package org.citylake.lakehouse;

import org.jspecify.annotations.NullMarked;
