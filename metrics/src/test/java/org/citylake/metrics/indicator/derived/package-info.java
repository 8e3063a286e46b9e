@NullMarked
package org.citylake.metrics.indicator.derived;

import org.jspecify.annotations.NullMarked;
