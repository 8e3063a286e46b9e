package org.citylake.batchjobs.airquality;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.CurrentRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.air.AirQualityLimit;
import org.citylake.entities.air.AirQualityLimits;
import org.citylake.entities.air.Averaging;
import org.citylake.entities.air.PollutantDay;
import org.citylake.entities.air.PollutantYear;
import org.jspecify.annotations.Nullable;

/**
 * The current years of {@code city.air_quality_year} from the current days, by the definitions that
 * the stream works by. {@code revision} and {@code load_id} are null, as of {@link AirQualityDays}.
 */
public final class AirQualityYears implements TableProducer {
  /** The table that the stream writes. */
  public static final String TABLE = "city.air_quality_year";

  private final TableDeclaration table;
  private final AirQualityLimits limits;
  private final StructType type;

  /** The producer with the declared limits. */
  public AirQualityYears(TableDeclaration table, DeclarationLibrary library) {
    this.table = table;
    this.limits = AirQualityLimits.of(library.loadCodelist(AirQualityLimits.CODELIST));
    this.type = ContractTypes.struct(table.contract());
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return List.of(AirQualityDays.TABLE);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    return CurrentRows.of(
            relations.load(AirQualityDays.TABLE), List.of("sensor_id", "metric", "observed_date"))
        .groupBy(col("sensor_id"), col("metric"), year(col("observed_date")).as("year"))
        .agg(
            array_sort(
                    collect_list(
                        struct(
                            col("observed_date"),
                            col("hours"),
                            col("value_sum"),
                            col("day_limit"))))
                .as("days"),
            max_by(col("official"), col("observed_date")).as("official"),
            max_by(col("ref_area"), col("observed_date")).as("ref_area"))
        .map(assess(limits, type), Encoders.row(type));
  }

  private static MapFunction<Row, Row> assess(AirQualityLimits limits, StructType type) {
    return summed -> {
      Map<String, @Nullable Object> row = RowCodec.map(summed);
      PollutantYear year = PollutantYear.EMPTY;
      for (Row day : summed.<Row>getList(summed.fieldIndex("days"))) {
        year =
            year.plus(
                day.getAs("observed_date"),
                new PollutantDay(day.<Integer>getAs("hours"), day.getAs("value_sum")),
                day.getAs("day_limit"));
      }
      // A year is judged by the limit in force on its last day.
      AirQualityLimit limit =
          limits.load(
              summed.getAs("metric"),
              Averaging.YEAR,
              LocalDate.of(summed.<Integer>getAs("year"), 12, 31));
      row.put("valid_days", year.validDays());
      row.put("fewest_month_days", year.fewestMonthDays());
      row.put("february_days", year.februaryDays());
      row.put("valid", year.valid());
      row.put("mean_sum", year.meanSum());
      row.put("mean", year.mean().orElse(null));
      row.put("days_over_limit", year.daysOver());
      row.put("year_limit", limit.limit());
      row.put("limit_edition", limit.edition());
      row.put("exceeds", year.exceeds(limit.limit()).orElse(null));
      return RowCodec.row(row, type);
    };
  }
}
