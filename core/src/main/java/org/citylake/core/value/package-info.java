/** Codes and values of the field as types. */
@NullMarked
package org.citylake.core.value;

import org.jspecify.annotations.NullMarked;
