/**
 * The step that multiplies the score at the top, such as by an information-security coefficient.
 */
@NullMarked
package org.citylake.metrics.index.coefficient;

import org.jspecify.annotations.NullMarked;
