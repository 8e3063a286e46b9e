package org.citylake.batchjobs.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.CreditModelDeclaration;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.value.Selector;
import org.citylake.entities.credit.CreditHistory;
import org.citylake.entities.credit.CreditItem;
import org.citylake.entities.credit.CreditScore;
import org.citylake.entities.credit.CreditScore.Reason;
import org.citylake.entities.credit.CreditScoring;
import org.citylake.entities.credit.CreditSubject;
import org.citylake.entities.credit.CreditWarning;
import org.citylake.entities.identifier.RegistrationKind;
import org.citylake.entities.identifier.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/** Scores every legal entity of the city once a run, for the tables that tell of it. */
final class ScoredEntities {
  static final String ENTITIES = "city.legal_entity";
  static final String RECORDS = "city.credit_record";

  private static final int QUARTERS = 8;

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
   * @param history scores at the ends of the last quarters, earliest first; none without a record
   * @param warnings what became worse from one of them to the next, and to the score
   * @param synthetic whether a record or the entity is made up
   */
  record Scored(
      String entity,
      CreditScore score,
      int records,
      Map<String, SourceKey> keys,
      List<CreditScore> history,
      List<CreditWarning> warnings,
      boolean synthetic) {
    /** The record that a reason names. */
    SourceKey source(Reason reason) {
      return Objects.requireNonNull(keys.get(reason.record()));
    }
  }

  /** A record of a source. */
  record SourceKey(String source, String key) {
    /** The selector of what it means, which is the item. */
    String selector(String item) {
      Map<String, String> columns = new LinkedHashMap<>();
      columns.put("source_id", source);
      columns.put("source_key", key);
      columns.put("item", item);
      return new Selector(RECORDS, columns).toString();
    }
  }

  /**
   * Entity by entity, each by every declared model, as of the last day that the sources have told
   * of; none before they told of anything. Who has no credit code of a legal entity has no score.
   */
  synchronized List<Scored> all(Relations relations) {
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
      items.add(CreditItem.of(key, column -> row.getAs(column)));
    }
    CreditScoring scoring = new CreditScoring(model);
    CreditScore score = scoring.score(subject, items, day);
    LocalDate since = entity.getAs("first_seen");
    List<CreditScore> history =
        items.isEmpty()
            ? List.of()
            : new CreditHistory(scoring)
                .scores(
                    subject,
                    items,
                    CreditHistory.quarterEnds(day, QUARTERS),
                    since == null ? LocalDate.MIN : since);
    return new Scored(
        entity.getAs("legal_entity_id"),
        score,
        records.size(),
        Map.copyOf(keys),
        history,
        warnings(history, score, model.scoreFall()),
        synthetic);
  }

  private static List<CreditWarning> warnings(
      List<CreditScore> history, CreditScore newest, OptionalInt fall) {
    List<CreditScore> scores = new ArrayList<>(history);
    scores.add(newest);
    List<CreditWarning> warnings = new ArrayList<>();
    // Within the last day, which may end a quarter itself, nothing changes.
    for (int i = 1; i < scores.size(); i++) {
      warnings.addAll(CreditWarning.between(scores.get(i - 1), scores.get(i), fall));
    }
    return List.copyOf(warnings);
  }

  /** A legal entity by its code; an individual business is a natural person. */
  static Optional<CreditSubject> subject(@Nullable String code) {
    if (code == null) {
      return Optional.empty();
    }
    return UnifiedSocialCreditCode.read(code)
        .right()
        .filter(c -> c.kind().filter(k -> k == RegistrationKind.INDIVIDUAL_BUSINESS).isEmpty())
        .map(CreditSubject::new);
  }
}
