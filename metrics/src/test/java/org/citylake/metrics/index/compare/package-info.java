@NullMarked
package org.citylake.metrics.index.compare;

import org.jspecify.annotations.NullMarked;
