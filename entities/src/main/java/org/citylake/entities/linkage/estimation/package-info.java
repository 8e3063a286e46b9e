/** Fellegi and Sunter's model, learned without labels. */
@NullMarked
package org.citylake.entities.linkage.estimation;

import org.jspecify.annotations.NullMarked;
