/** Connectors against real servers of the machine's own packages. */
@NullMarked
package org.citylake.ingestion.connector;

import org.jspecify.annotations.NullMarked;
