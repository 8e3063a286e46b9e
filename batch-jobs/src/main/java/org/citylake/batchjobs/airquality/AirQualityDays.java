package org.citylake.batchjobs.airquality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
import org.citylake.entities.air.IndividualAirQualityIndex;
import org.citylake.entities.air.PollutantDay;
import org.jspecify.annotations.Nullable;

/**
 * The current days of {@code city.air_quality_day} from the current readings, by the definitions
 * that the stream works by. {@code revision} and {@code load_id} are null: they tell how the stream
 * came to a row and not what the row says.
 */
public final class AirQualityDays implements TableProducer {
  /** The table that the stream writes. */
  public static final String TABLE = "city.air_quality_day";

  /** The readings. */
  public static final String READINGS = "city.sensor_reading";

  private final TableDeclaration table;
  private final AirQualityLimits limits;
  private final IndividualAirQualityIndex index;
  private final StructType type;

  /** The producer with the declared limits and breakpoints. */
  public AirQualityDays(TableDeclaration table, DeclarationLibrary library) {
    this.table = table;
    this.limits = AirQualityLimits.of(library.loadCodelist(AirQualityLimits.CODELIST));
    this.index =
        IndividualAirQualityIndex.of(library.loadCodelist(IndividualAirQualityIndex.CODELIST));
    this.type = ContractTypes.struct(table.contract());
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return List.of(READINGS);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Object[] metrics =
        limits.limits().stream()
            .map(AirQualityLimit::metric)
            .distinct()
            .filter(limits::judgedWithoutEnd)
            .toArray();
    Dataset<Row> hours =
        CurrentRows.of(relations.load(READINGS), List.of("sensor_id", "metric", "observed_at"))
            .where(col("metric").isin(metrics));
    // A station that moved within the day belongs to where its last hour was read.
    return hours
        .groupBy("sensor_id", "metric", "observed_date")
        .agg(
            count(lit(1)).as("hours"),
            sum("value").as("value_sum"),
            max_by(col("official"), col("observed_at")).as("official"),
            max_by(col("ref_area"), col("observed_at")).as("ref_area"))
        .map(assess(limits, index, type), Encoders.row(type));
  }

  private static MapFunction<Row, Row> assess(
      AirQualityLimits limits, IndividualAirQualityIndex index, StructType type) {
    return summed -> {
      Map<String, @Nullable Object> row = RowCodec.map(summed);
      String metric = summed.getAs("metric");
      LocalDate date = summed.getAs("observed_date");
      BigDecimal sum = summed.getAs("value_sum");
      PollutantDay day = new PollutantDay(Math.toIntExact(summed.getAs("hours")), sum);
      AirQualityLimit limit = limits.load(metric, Averaging.DAY, date);
      OptionalInt iaqi =
          day.mean().map(m -> index.index(metric, m, date)).orElse(OptionalInt.empty());
      row.put("valid", day.valid());
      row.put("mean", day.mean().orElse(null));
      row.put("iaqi", iaqi.isPresent() ? iaqi.getAsInt() : null);
      row.put("day_limit", limit.limit());
      row.put("limit_edition", limit.edition());
      row.put("exceeds", day.exceeds(limit.limit()).orElse(null));
      return RowCodec.row(row, type);
    };
  }
}
