/** Encryption of personal values and files, and the tokens that stand for them elsewhere. */
@NullMarked
package org.citylake.ingestion.sealing;

import org.jspecify.annotations.NullMarked;
