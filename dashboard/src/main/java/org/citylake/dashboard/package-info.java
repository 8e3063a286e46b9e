/** Placeholder. */
@NullMarked
package org.citylake.dashboard;

import org.jspecify.annotations.NullMarked;
