@NullMarked
package org.citylake.metrics.analysis.leading;

import org.jspecify.annotations.NullMarked;
