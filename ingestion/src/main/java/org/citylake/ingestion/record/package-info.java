/** From the bytes of a delivered file to typed, judged records. */
@NullMarked
package org.citylake.ingestion.record;

import org.jspecify.annotations.NullMarked;
