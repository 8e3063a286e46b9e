@NullMarked
package org.citylake.metrics.export;

import org.jspecify.annotations.NullMarked;
