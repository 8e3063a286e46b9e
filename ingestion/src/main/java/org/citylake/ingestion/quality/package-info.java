/** What was found wrong with a record or a delivery, and the rules that find it. */
@NullMarked
package org.citylake.ingestion.quality;

import org.jspecify.annotations.NullMarked;
