@NullMarked
package org.citylake.metrics.indicator;

import org.jspecify.annotations.NullMarked;
