/** Placeholder. */
@NullMarked
package org.citylake.ingestion;

import org.jspecify.annotations.NullMarked;
