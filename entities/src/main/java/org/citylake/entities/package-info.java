/** Placeholder. */
@NullMarked
package org.citylake.entities;

import org.jspecify.annotations.NullMarked;
