/** The synthetic city: its entities, and the extracts that agencies would send of them. */
@NullMarked
package org.citylake.ingestion.generate;

import org.jspecify.annotations.NullMarked;
