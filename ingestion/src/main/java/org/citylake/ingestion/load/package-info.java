/** One delivery into the lakehouse: archived, judged, compared, committed, logged. */
@NullMarked
package org.citylake.ingestion.load;

import org.jspecify.annotations.NullMarked;
