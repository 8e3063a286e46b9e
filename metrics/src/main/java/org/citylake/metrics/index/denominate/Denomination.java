package org.citylake.metrics.index.denominate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.problem.NearestName;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.DataStep;
import org.citylake.metrics.index.step.Leaf;
import org.citylake.metrics.index.step.MethodTable;
import org.citylake.metrics.index.step.StepContext;

/**
 * Divides each indicator that names a denominator by it and multiplies by its scale. Where the
 * denominator is missing or zero the value is missing and says so.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 2, scaling by
 * size; the rule of COINr's Denominate.
 */
public record Denomination() implements DataStep {
  /** The methods by the names that editions give them. */
  public static final MethodTable<DataStep> METHODS =
      new MethodTable<>("denominate", Map.of("divide", p -> new Denomination()));

  @Override
  public List<Column> apply(List<Column> columns, StepContext context) {
    List<Column> divided = new ArrayList<>(columns);
    for (int i = 0; i < columns.size(); i++) {
      Leaf leaf = context.leaves().get(i);
      Optional<String> code = leaf.measure().denominator();
      if (code.isEmpty()) {
        continue;
      }
      Column denominator = context.panel().columns().get(code.get());
      if (denominator == null) {
        context
            .problems()
            .add(
                "panel",
                0,
                "denominator-missing",
                leaf.code() + ": " + code.get(),
                "The panel lacks the denominator"
                    + NearestName.hint(code.get(), context.panel().columns().keySet()));
        continue;
      }
      divided.set(i, quotient(columns.get(i), denominator, leaf.measure().denominatorScale()));
    }
    return divided;
  }

  private static Column quotient(Column values, Column denominator, double scale) {
    Column.Builder result = values.toBuilder();
    for (int row = 0; row < values.size(); row++) {
      if (values.has(row)) {
        double quotient =
            denominator.has(row) && denominator.value(row) != 0
                ? values.value(row) / (denominator.value(row) / scale)
                : Double.POSITIVE_INFINITY;
        if (Double.isFinite(quotient)) {
          result.set(row, quotient, values.status(row));
        } else {
          result.remove(row, Status.NO_DENOMINATOR);
        }
      }
    }
    return result.build();
  }
}
