/** Fetching deliveries from where agencies keep them; each becomes a file that is loaded as any. */
@NullMarked
package org.citylake.ingestion.connector;

import org.jspecify.annotations.NullMarked;
