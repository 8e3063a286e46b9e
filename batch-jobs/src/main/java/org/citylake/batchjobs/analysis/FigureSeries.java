package org.citylake.batchjobs.analysis;

import java.time.LocalDate;
import java.util.Map;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * All values of an indicator for the last version of an area.
 *
 * @param indicator the indicator
 * @param area code of the area
 * @param validFrom the version; null where areas have none
 * @param values by period
 * @param reported the same without made-up ones
 */
record FigureSeries(
    IndicatorDeclaration indicator,
    String area,
    @Nullable LocalDate validFrom,
    Map<String, Double> values,
    Map<String, Double> reported) {
  FigureSeries {
    values = Map.copyOf(values);
    reported = Map.copyOf(reported);
  }
}
