/** Parting records into what may stand in the open and what is sealed in the vault. */
@NullMarked
package org.citylake.ingestion.vault;

import org.jspecify.annotations.NullMarked;
