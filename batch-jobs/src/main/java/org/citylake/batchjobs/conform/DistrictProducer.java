package org.citylake.batchjobs.conform;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.batchjobs.spark.StandingRows;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.division.CodeTableRow;
import org.citylake.entities.division.DivisionChange;
import org.citylake.entities.division.DivisionLineage;
import org.citylake.entities.division.DivisionVersion;
import org.jspecify.annotations.Nullable;

/** {@code city.district}: the versions of divisions by their lineage (ADR 0004). */
public final class DistrictProducer implements TableProducer {
  /** The table that it gives. */
  public static final String TABLE = AreaVersions.DISTRICT;

  private static final String SOURCE = "gb2260_revision";
  private static final String CODE_TABLES = "raw." + SOURCE;

  private final TableDeclaration table;
  private final DeclarationLibrary library;
  private final StructType type;

  /** The producer with the code lists of changes and names. */
  public DistrictProducer(TableDeclaration table, DeclarationLibrary library) {
    this.table = table;
    this.library = library;
    this.type = ContractTypes.struct(table.contract());
  }

  /** The lineage that the table's rows tell. */
  public static DivisionLineage lineage(Dataset<Row> rows) {
    return DivisionLineage.ofVersions(
        rows.collectAsList().stream().map(DistrictProducer::version).toList());
  }

  private static DivisionVersion version(Row row) {
    return new DivisionVersion(
        row.getAs("code"),
        row.getAs("valid_from"),
        row.getAs("valid_from_known"),
        Optional.ofNullable(row.getAs("valid_to")),
        row.getAs("name_zh"),
        Optional.ofNullable(row.getAs("name_en")),
        Optional.ofNullable(row.getAs("division_class")),
        row.getList(row.fieldIndex("predecessors")),
        Optional.ofNullable(row.getAs("successor")),
        Optional.ofNullable(row.getAs("basis")));
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return List.of(CODE_TABLES);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    List<CodeTableRow> codes =
        StandingRows.current(relations.load(CODE_TABLES))
            .select(col(revisionColumn()), col("code"), col("name_zh"))
            .distinct()
            .collectAsList()
            .stream()
            .map(r -> new CodeTableRow(date(r.getString(0)), r.getString(1), r.getString(2)))
            .toList();
    DivisionLineage lineage =
        DivisionLineage.of(
            codes,
            DivisionChange.of(library.loadCodelist("division_change")),
            library.loadCodelist("district_name"));
    List<Row> rows = lineage.versions().stream().map(v -> RowCodec.row(columns(v), type)).toList();
    return MadeRows.of(relations.session(), rows, type);
  }

  /** The code table's own revision, which the contract may not name as the platform's. */
  private String revisionColumn() {
    return library
        .findSource(SOURCE)
        .flatMap(
            s ->
                s.contract().properties().stream()
                    .filter(p -> p.physicalName().equals("revision"))
                    .map(ContractProperty::name)
                    .findFirst())
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.DATA, "The source " + SOURCE + " has no column with the header revision"));
  }

  private static LocalDate date(String revision) {
    return CodeTableRow.revisionDate(revision);
  }

  private static Map<String, @Nullable Object> columns(DivisionVersion version) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("code", version.code());
    row.put("valid_from", version.validFrom());
    row.put("valid_from_known", version.validFromKnown());
    row.put("valid_to", version.validTo().orElse(null));
    row.put("name_zh", version.nameZh());
    row.put("name_en", version.nameEn().orElse(null));
    row.put("division_class", version.divisionClass().orElse(null));
    row.put("predecessors", version.predecessors());
    row.put("successor", version.successor().orElse(null));
    row.put("basis", version.basis().orElse(null));
    return row;
  }
}
