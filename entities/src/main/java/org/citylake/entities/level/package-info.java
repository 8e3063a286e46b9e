/** Levels with hysteresis: crowds, parking, water levels, lifelines and alerts. */
@NullMarked
package org.citylake.entities.level;

import org.jspecify.annotations.NullMarked;
