@NullMarked
package org.citylake.metrics.indicator.restated;

import org.jspecify.annotations.NullMarked;
