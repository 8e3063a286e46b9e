package org.citylake.metrics.index.normalise;

import java.util.OptionalDouble;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;

/**
 * The fraction of the way from the lower to the upper goalpost, from the upper to the lower where
 * lower is better. The goalposts are the indicator's own or the step's.
 *
 * <p>Source: UNDP, Human Development Report 2023/24, technical note 1.
 *
 * @param low lower goalpost of indicators that have none of their own
 * @param high upper goalpost likewise, above low
 * @param scale what the fraction is multiplied by
 * @param clip whether values beyond the goalposts are set to them
 * @param transform of values and goalposts
 */
record Goalposts(
    OptionalDouble low, OptionalDouble high, double scale, boolean clip, Transform transform)
    implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new Goalposts(
        parameters.findNumber("low"),
        parameters.findNumber("high"),
        parameters.positive("scale", 100),
        parameters.flag("clip", true),
        Transform.of(parameters));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    OptionalDouble lower = first(variable.measure().lowerGoalpost(), low);
    OptionalDouble upper = first(variable.measure().upperGoalpost(), high);
    if (lower.isEmpty() || upper.isEmpty()) {
      variable.report(
          "goalposts-missing",
          variable.code(),
          "The indicator has no goalposts; give its leaf goalposts: [low, high]");
      return;
    }
    if (lower.getAsDouble() >= upper.getAsDouble() || !transform.accepts(lower.getAsDouble())) {
      variable.report(
          "goalposts-wrong",
          variable.code() + ": " + lower.getAsDouble() + ", " + upper.getAsDouble(),
          "The upper goalpost has to be above the lower, and both above zero under a logarithm");
      return;
    }
    if (!variable.requireDirection()) {
      return;
    }
    double from = transform.apply(lower.getAsDouble());
    double to = transform.apply(upper.getAsDouble());
    for (int row : part) {
      // A value that is cut off at a goalpost needs no logarithm of its own.
      boolean below = clip && variable.values().value(row) <= lower.getAsDouble();
      if (variable.values().has(row) && (below || transform.check(variable, row))) {
        double value = below ? from : transform.apply(variable.values().value(row));
        boolean cut =
            clip
                && (variable.values().value(row) < lower.getAsDouble()
                    || variable.values().value(row) > upper.getAsDouble());
        double fraction =
            variable.mirrored() ? (to - value) / (to - from) : (value - from) / (to - from);
        result.set(
            row,
            scale * (clip ? Math.max(0, Math.min(1, fraction)) : fraction),
            cut ? Status.CLIPPED : variable.values().status(row));
      }
    }
  }

  private static OptionalDouble first(OptionalDouble own, OptionalDouble otherwise) {
    return own.isPresent() ? own : otherwise;
  }
}
