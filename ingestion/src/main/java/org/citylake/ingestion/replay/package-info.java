/** Quarantined records read again with the present contract and code lists. */
@NullMarked
package org.citylake.ingestion.replay;

import org.jspecify.annotations.NullMarked;
