package org.citylake.metrics.index.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.core.problem.NearestName;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.DataStep;
import org.citylake.metrics.index.step.MethodTable;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Leaves out the units of a period that have too few values, too many zeros, or either.
 * Availability is the share of the applicable indicators that have a value; non-zero is the share
 * of these values that are not zero.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 2; the rule and
 * the defaults of COINr's Screen.
 *
 * @param byAvailability whether too few values screen out
 * @param byZeros whether too many zeros do
 * @param minimum least availability, 0..1
 * @param minimumNonZero least share of values that are not zero, 0..1
 * @param include units that stay in any case
 * @param exclude units that are left out in any case
 */
public record Screening(
    boolean byAvailability,
    boolean byZeros,
    double minimum,
    double minimumNonZero,
    Set<String> include,
    Set<String> exclude)
    implements DataStep {
  /** The methods by the names that editions give them. */
  public static final MethodTable<DataStep> METHODS =
      new MethodTable<>(
          "screen",
          Map.of(
              "availability", p -> of(p, true, false),
              "non-zero", p -> of(p, false, true),
              "availability-and-non-zero", p -> of(p, true, true)));

  private static final double DEFAULT_MINIMUM = 2.0 / 3;
  private static final double DEFAULT_MINIMUM_NON_ZERO = 0.05;

  public Screening {
    include = Set.copyOf(include);
    exclude = Set.copyOf(exclude);
  }

  private static Screening of(StepParameters parameters, boolean availability, boolean zeros) {
    return new Screening(
        availability,
        zeros,
        availability ? parameters.number("minimum", DEFAULT_MINIMUM, 0, 1) : 0,
        zeros ? parameters.number("minimum-non-zero", DEFAULT_MINIMUM_NON_ZERO, 0, 1) : 0,
        Set.copyOf(parameters.texts("include")),
        Set.copyOf(parameters.texts("exclude")));
  }

  @Override
  public List<Column> apply(List<Column> columns, StepContext context) {
    List<String> units = context.panel().rows().units();
    for (Set<String> named : List.of(include, exclude)) {
      for (String unit : named) {
        if (!units.contains(unit)) {
          context
              .problems()
              .add(
                  context.edition().file(),
                  0,
                  "unknown-unit",
                  unit,
                  "Screening names a unit that the panel lacks" + NearestName.hint(unit, units));
        }
      }
    }
    boolean[] out = new boolean[context.panel().rows().size()];
    boolean any = false;
    for (int row = 0; row < out.length; row++) {
      String unit = context.panel().rows().unit(row);
      out[row] = exclude.contains(unit) || (!include.contains(unit) && failing(columns, row));
      any |= out[row];
    }
    return any ? columns.stream().map(column -> without(column, out)).toList() : columns;
  }

  private boolean failing(List<Column> columns, int row) {
    ScreeningFigures figures = ScreeningFigures.of(columns, row);
    return (byAvailability && figures.availability() < minimum)
        || (byZeros && figures.nonZero() < minimumNonZero);
  }

  private static Column without(Column column, boolean[] out) {
    Column.Builder builder = column.toBuilder();
    for (int row = 0; row < out.length; row++) {
      if (out[row]) {
        builder.remove(row, Status.SCREENED_OUT);
      }
    }
    return builder.build();
  }

  /** The units with what they were screened by, for reports. */
  public static List<ScreeningFigures> figures(List<Column> columns, int rows) {
    List<ScreeningFigures> figures = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      figures.add(ScreeningFigures.of(columns, row));
    }
    return figures;
  }
}
