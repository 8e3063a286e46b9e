/** Keys of many records, held in little memory. */
@NullMarked
package org.citylake.ingestion.key;

import org.jspecify.annotations.NullMarked;
