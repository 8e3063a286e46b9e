/** Records that were refused: kept whole with every reason until they pass or are closed. */
@NullMarked
package org.citylake.ingestion.quarantine;

import org.jspecify.annotations.NullMarked;
