/** Placeholder. */
@NullMarked
package org.citylake.trinoserver;

import org.jspecify.annotations.NullMarked;
