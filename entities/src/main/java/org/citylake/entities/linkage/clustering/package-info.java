/** From weighted pairs to entities. */
@NullMarked
package org.citylake.entities.linkage.clustering;

import org.jspecify.annotations.NullMarked;
