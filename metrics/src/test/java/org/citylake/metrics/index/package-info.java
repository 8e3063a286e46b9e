@NullMarked
package org.citylake.metrics.index;

import org.jspecify.annotations.NullMarked;
