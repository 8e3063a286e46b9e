package org.citylake.streamingjobs.live.metric;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * A figure as one task has it.
 *
 * @param metric what it is of
 * @param labels which source, topic or table; none for the whole stream
 * @param value read when somebody asks; empty while there is none, such as a delay before the first
 *     event
 */
record Reading(LiveMetric metric, Labels labels, Supplier<OptionalDouble> value) {}
