/** Placeholder. */
@NullMarked
package org.citylake.streamingjobs;

import org.jspecify.annotations.NullMarked;
