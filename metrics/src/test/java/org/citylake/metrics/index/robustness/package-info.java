@NullMarked
package org.citylake.metrics.index.robustness;

import org.jspecify.annotations.NullMarked;
