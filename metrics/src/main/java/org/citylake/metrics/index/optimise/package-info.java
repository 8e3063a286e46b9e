/** Weights by which nodes obtain the importance that they are meant to have. */
@NullMarked
package org.citylake.metrics.index.optimise;

import org.jspecify.annotations.NullMarked;
