/** From a source's row to a row of a city table, by mapping.yaml. */
@NullMarked
package org.citylake.ingestion.mapping;

import org.jspecify.annotations.NullMarked;
