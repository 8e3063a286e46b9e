@NullMarked
package org.citylake.metrics.index.audit;

import org.jspecify.annotations.NullMarked;
