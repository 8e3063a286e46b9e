/** Getting what agencies send: contracts, parsing, validation, quarantine, loading. */
@NullMarked
package org.citylake.ingestion;

import org.jspecify.annotations.NullMarked;
