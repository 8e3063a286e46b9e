/** Reads a delivery's lines and interprets them as readings or refusals. */
@NullMarked
package org.citylake.streamingjobs.delivery;

import org.jspecify.annotations.NullMarked;
