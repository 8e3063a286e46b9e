package org.citylake.metrics.analysis.warning;

import org.jspecify.annotations.Nullable;

/**
 * A warning in force.
 *
 * @param id the same as long as it stays in force
 * @param rule the rule's name
 * @param level yellow or red
 * @param indicator code of the indicator
 * @param area code of the area
 * @param period period that it is about
 * @param value the figure; null when it is late
 * @param threshold what it was held against: a limit, a target; null when there is none
 * @param change by how much it moved, in the rule's unit; null for rules of another kind
 * @param since first period in which the condition held
 * @param synthetic whether it rests on made-up values
 */
public record Warning(
    String id,
    String rule,
    String level,
    String indicator,
    String area,
    String period,
    @Nullable Double value,
    @Nullable Double threshold,
    @Nullable Double change,
    String since,
    boolean synthetic) {}
