/** Code lists indexed for use on every record. */
@NullMarked
package org.citylake.ingestion.codelist;

import org.jspecify.annotations.NullMarked;
