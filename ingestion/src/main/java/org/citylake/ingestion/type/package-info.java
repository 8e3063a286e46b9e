/** Text from a file to a typed value and back: one canonical text per value. */
@NullMarked
package org.citylake.ingestion.type;

import org.jspecify.annotations.NullMarked;
