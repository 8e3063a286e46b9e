package org.citylake.entities.alert;

import java.math.BigDecimal;
import org.citylake.entities.alert.AlertState.Memory;
import org.jspecify.annotations.Nullable;

/**
 * What a condition makes of a reading.
 *
 * @param memory what it remembers from now on
 * @param value the measure; null when there is none yet: the level then stays as it is
 */
record Measure(Memory memory, @Nullable BigDecimal value) {}
