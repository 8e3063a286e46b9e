/** The JSON Schemas of the declarations and what they find wrong. */
@NullMarked
package org.citylake.core.schema;

import org.jspecify.annotations.NullMarked;
