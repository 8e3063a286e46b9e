/** Placeholder. */
@NullMarked
package org.citylake.cli;

import org.jspecify.annotations.NullMarked;
