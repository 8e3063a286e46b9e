/** Clusters held against the truth. */
@NullMarked
package org.citylake.entities.linkage.evaluation;

import org.jspecify.annotations.NullMarked;
