@NullMarked
package org.citylake.metrics;

import org.jspecify.annotations.NullMarked;
