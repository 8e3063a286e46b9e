/** From linked records to golden ones: lasting ids, surviving values, and the history of both. */
@NullMarked
package org.citylake.entities.golden;

import org.jspecify.annotations.NullMarked;
