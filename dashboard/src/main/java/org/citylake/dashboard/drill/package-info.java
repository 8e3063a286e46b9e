/** Single cases, and what keeps the data right, as documents made when they are asked for. */
@NullMarked
package org.citylake.dashboard.drill;

import org.jspecify.annotations.NullMarked;
