/** Keeping what is in the vault: who read it and why, how long it stays, newer keys. */
@NullMarked
package org.citylake.ingestion.custody;

import org.jspecify.annotations.NullMarked;
