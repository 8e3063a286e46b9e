/** Opens delivered files of every kind that the platform reads and gives their records. */
@NullMarked
package org.citylake.ingestion.format;

import org.jspecify.annotations.NullMarked;
