/** Data contracts by the Open Data Contract Standard v3.1. */
@NullMarked
package org.citylake.core.contract;

import org.jspecify.annotations.NullMarked;
