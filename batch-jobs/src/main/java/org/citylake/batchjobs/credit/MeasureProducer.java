package org.citylake.batchjobs.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.credit.CreditMeasures;
import org.citylake.entities.credit.CreditMeasures.ListEntry;
import org.citylake.entities.credit.CreditSubject;
import org.citylake.entities.credit.DeclaredMeasure;
import org.jspecify.annotations.Nullable;

/** Holds every declared measure against every entry in the list that it is for. */
record MeasureProducer(TableDeclaration table, DeclarationLibrary library)
    implements TableProducer {
  static final String TABLE = "city.credit_measure";

  private static final String ENTRIES = "city.credit_list_entry";

  @Override
  public List<String> inputs() {
    return List.of(ENTRIES, ScoredEntities.ENTITIES);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    StructType type = ContractTypes.struct(table.contract());
    List<DeclaredMeasure> measures =
        DeclaredMeasure.all(library.loadCodelist(DeclaredMeasure.CODELIST));
    CreditMeasures guard =
        new CreditMeasures(measures.stream().map(DeclaredMeasure::basis).toList());
    Map<String, CreditSubject> subjects = subjects(relations);
    List<Row> rows = new ArrayList<>();
    for (Row entry : relations.load(ENTRIES).collectAsList()) {
      String list = entry.getAs("list_name");
      Optional<CreditSubject> subject =
          Optional.ofNullable(entry.<String>getAs("legal_entity_id")).map(subjects::get);
      for (DeclaredMeasure measure : measures) {
        if (measure.basis().list().equals(list)) {
          rows.add(
              RowCodec.row(row(entry, measure, refusal(guard, measure, subject, entry)), type));
        }
      }
    }
    return MadeRows.of(relations.session(), rows, type);
  }

  /** By city id; who has no credit code of a legal entity is no subject. */
  private static Map<String, CreditSubject> subjects(Relations relations) {
    Map<String, CreditSubject> subjects = new HashMap<>();
    for (Row entity :
        relations
            .load(ScoredEntities.ENTITIES)
            .select("legal_entity_id", "credit_code")
            .collectAsList()) {
      ScoredEntities.subject(entity.getAs("credit_code"))
          .ifPresent(subject -> subjects.put(entity.getAs("legal_entity_id"), subject));
    }
    return subjects;
  }

  private static Optional<String> refusal(
      CreditMeasures guard, DeclaredMeasure measure, Optional<CreditSubject> subject, Row entry) {
    if (subject.isEmpty()) {
      return Optional.of("The entry names no legal entity with a credit code");
    }
    ListEntry listed =
        new ListEntry(
            subject.get(),
            measure.basis().list(),
            entry.getAs("listed_on"),
            Optional.ofNullable(entry.<LocalDate>getAs("valid_to")));
    return guard.refusal(
        subject.get(), measure.basis().id(), List.of(listed), entry.<LocalDate>getAs("state_on"));
  }

  private static Map<String, @Nullable Object> row(
      Row entry, DeclaredMeasure measure, Optional<String> refusal) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("source_id", entry.getAs("source_id"));
    row.put("source_key", entry.getAs("source_key"));
    row.put("measure", measure.code());
    row.put("legal_entity_id", entry.getAs("legal_entity_id"));
    row.put("list_name", measure.basis().list());
    row.put("effect", measure.effect());
    row.put("measure_zh", measure.textZh());
    row.put("measure_en", measure.textEn());
    row.put("agency", measure.agency());
    row.put("basis_id", measure.basis().id());
    row.put("basis", measure.rule());
    row.put("judged_on", entry.getAs("state_on"));
    row.put("applicable", refusal.isEmpty());
    row.put("refusal_reason", refusal.orElse(null));
    row.put("synthetic", entry.getAs("synthetic"));
    return row;
  }
}
