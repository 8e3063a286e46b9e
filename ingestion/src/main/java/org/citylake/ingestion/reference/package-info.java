/** References from the values of one source to the keys of another. */
@NullMarked
package org.citylake.ingestion.reference;

import org.jspecify.annotations.NullMarked;
