package org.citylake.batchjobs.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.CreditModelDeclaration;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.entities.credit.CreditItem;
import org.citylake.entities.credit.CreditScore;
import org.citylake.entities.credit.CreditScoring;
import org.citylake.entities.credit.CreditSubject;
import org.citylake.entities.identifier.RegistrationKind;
import org.citylake.entities.identifier.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/** Scores every legal entity of the city once a run, for the tables that tell of it. */
final class ScoredEntities {
  static final String ENTITIES = "city.legal_entity";
  static final String RECORDS = "city.credit_record";

  private final DeclarationLibrary library;
  private @Nullable List<Scored> scored;

  ScoredEntities(DeclarationLibrary library) {
    this.library = library;
  }

  /**
   * One score.
   *
   * @param entity city id
   * @param records how many the entity has, those that count no more included
   * @param keys source and key of each record, by the key that the score's reasons name
   * @param synthetic whether a record or the entity is made up
   */
  record Scored(
      String entity,
      CreditScore score,
      int records,
      Map<String, SourceKey> keys,
      boolean synthetic) {}

  /** A record of a source. */
  record SourceKey(String source, String key) {}

  /**
   * Entity by entity, each by every declared model, as of the last day that the sources have told
   * of; none before they told of anything. Who has no credit code of a legal entity has no score.
   */
  List<Scored> all(Relations relations) {
    List<Scored> known = scored;
    if (known == null) {
      known = score(relations);
      scored = known;
    }
    return known;
  }

  private List<Scored> score(Relations relations) {
    Map<String, List<Row>> records = new HashMap<>();
    LocalDate day = null;
    for (Row row : relations.load(RECORDS).collectAsList()) {
      LocalDate told = row.getAs("state_on");
      day = day == null || told.isAfter(day) ? told : day;
      String entity = row.getAs("legal_entity_id");
      if (entity != null) {
        records.computeIfAbsent(entity, e -> new ArrayList<>()).add(row);
      }
    }
    if (day == null) {
      return List.of();
    }
    List<Scored> all = new ArrayList<>();
    for (Row entity : relations.load(ENTITIES).sort("legal_entity_id").collectAsList()) {
      Optional<CreditSubject> subject = subject(entity.getAs("credit_code"));
      if (subject.isPresent()) {
        List<Row> own = records.getOrDefault(entity.<String>getAs("legal_entity_id"), List.of());
        for (CreditModelDeclaration model : library.creditModels()) {
          all.add(scored(entity, subject.get(), own, model, day));
        }
      }
    }
    return List.copyOf(all);
  }

  private static Scored scored(
      Row entity,
      CreditSubject subject,
      List<Row> records,
      CreditModelDeclaration model,
      LocalDate day) {
    Map<String, SourceKey> keys = new HashMap<>();
    List<CreditItem> items = new ArrayList<>();
    boolean synthetic = entity.getAs("synthetic");
    for (Row row : records) {
      SourceKey source = new SourceKey(row.getAs("source_id"), row.getAs("source_key"));
      String key = source.source() + "/" + source.key();
      keys.put(key, source);
      synthetic |= row.<Boolean>getAs("synthetic");
      items.add(
          new CreditItem(
              key,
              row.getAs("item"),
              row.getAs("kind"),
              Optional.ofNullable(row.getAs("document_number")),
              row.getAs("valid_from"),
              Optional.ofNullable(row.getAs("valid_to")),
              Optional.ofNullable(row.getAs("repaired_on"))));
    }
    CreditScore score = new CreditScoring(model).score(subject, items, day);
    return new Scored(
        entity.getAs("legal_entity_id"), score, records.size(), Map.copyOf(keys), synthetic);
  }

  /** A legal entity by its code; an individual business is a natural person. */
  private static Optional<CreditSubject> subject(@Nullable String code) {
    if (code == null) {
      return Optional.empty();
    }
    return UnifiedSocialCreditCode.read(code)
        .right()
        .filter(c -> c.kind().filter(k -> k == RegistrationKind.INDIVIDUAL_BUSINESS).isEmpty())
        .map(CreditSubject::new);
  }
}
