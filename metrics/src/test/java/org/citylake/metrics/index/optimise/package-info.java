@NullMarked
package org.citylake.metrics.index.optimise;

import org.jspecify.annotations.NullMarked;
