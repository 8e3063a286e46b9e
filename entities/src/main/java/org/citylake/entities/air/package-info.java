/** Ambient air by the national standards GB 3095, HJ 633 and HJ 663, as pure functions. */
@NullMarked
package org.citylake.entities.air;

import org.jspecify.annotations.NullMarked;
