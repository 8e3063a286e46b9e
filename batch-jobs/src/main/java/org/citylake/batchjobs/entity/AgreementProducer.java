package org.citylake.batchjobs.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.golden.GoldenRecord;
import org.citylake.entities.golden.SourceAgreement;
import org.citylake.entities.golden.Survivor;
import org.jspecify.annotations.Nullable;

/** How far the sources of each merge agree, on the newest day that they have told of. */
final class AgreementProducer implements TableProducer {
  static final String TABLE = "city.source_agreement";

  private static final String UNKNOWN = "_U";
  private static final int DISTRICT_DIGITS = 6;

  private final TableDeclaration table;
  private final List<EntityMerge> merges;
  private final Map<String, String> codes = new TreeMap<>();
  private final EntityInputs inputs;

  AgreementProducer(
      TableDeclaration table,
      List<EntityMerge> merges,
      DeclarationLibrary library,
      EntityInputs inputs) {
    this.table = table;
    this.merges = List.copyOf(merges);
    this.inputs = inputs;
    library.codelists().stream()
        .filter(list -> list.id().equals("ref_area_label"))
        .flatMap(list -> list.rows().stream())
        .forEach(row -> codes.put(row.getOrDefault("label", ""), row.getOrDefault("code", "")));
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return EntityMerge.inputs(merges);
  }

  /** Days that former runs counted stay. */
  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public Map<String, Consumer<Relations>> shared() {
    return EntityMerge.shared(merges);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    StructType type = ContractTypes.struct(table.contract());
    Map<String, Row> rows = new TreeMap<>();
    inputs
        .history()
        .find(TABLE)
        .ifPresent(
            former ->
                former.rows().collectAsList().forEach(row -> add(rows, RowCodec.map(row), type)));
    for (EntityMerge merge : merges) {
      EntityMerge.Merged merged = merge.result(relations);
      SourceAgreement.of(merge.declaration(), merged.golden(), this::area)
          .forEach(
              (pair, counts) ->
                  add(rows, row(merge.declaration().entity(), merged.day(), pair, counts), type));
    }
    return MadeRows.of(relations.session(), new ArrayList<>(rows.values()), type);
  }

  private static void add(
      Map<String, Row> rows, Map<String, @Nullable Object> row, StructType type) {
    String key =
        String.join(
            "/",
            List.of("entity", "source_a", "source_b", "ref_area", "attribute", "state_on").stream()
                .map(column -> String.valueOf(row.get(column)))
                .toList());
    rows.put(key, RowCodec.row(row, type));
  }

  private static Map<String, @Nullable Object> row(
      String entity, LocalDate day, SourceAgreement.Pair pair, SourceAgreement.Counts counts) {
    boolean entities = pair.attribute().equals(SourceAgreement.NOT_APPLICABLE);
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("entity", entity);
    row.put("source_a", pair.sourceA());
    row.put("source_b", pair.sourceB());
    row.put("ref_area", pair.area());
    row.put("attribute", pair.attribute());
    row.put("state_on", day);
    row.put("both", counts.both());
    row.put("only_a", counts.onlyA());
    row.put("only_b", counts.onlyB());
    row.put("same", entities ? null : counts.same());
    row.put("different", entities ? null : counts.different());
    row.put("synthetic", counts.synthetic());
    return row;
  }

  /** The district by code, else by the subdistrict's code, else by its name. */
  private String area(GoldenRecord entity) {
    for (String attribute : List.of("ref_area", "subdistrict")) {
      Survivor code = entity.values().get(attribute);
      if (code != null && code.value().length() >= DISTRICT_DIGITS) {
        return code.value().substring(0, DISTRICT_DIGITS);
      }
    }
    Survivor name = entity.values().get("district");
    return name == null ? UNKNOWN : codes.getOrDefault(name.value(), UNKNOWN);
  }
}
