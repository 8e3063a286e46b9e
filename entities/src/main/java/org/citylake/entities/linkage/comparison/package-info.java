/** How alike two values are, and which level of agreement that is. */
@NullMarked
package org.citylake.entities.linkage.comparison;

import org.jspecify.annotations.NullMarked;
