/**
 * From data contracts to Iceberg schemas, and from schemas to tables made and evolved by field id.
 */
@NullMarked
package org.citylake.lakehouse.schema;

import org.jspecify.annotations.NullMarked;
