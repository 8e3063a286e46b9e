/** Expressions that make an indicator from others. */
@NullMarked
package org.citylake.core.indicator;

import org.jspecify.annotations.NullMarked;
