package org.citylake.batchjobs.credit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.credit.ScoredEntities.Scored;
import org.citylake.batchjobs.credit.ScoredEntities.SourceKey;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.credit.CreditScore;
import org.citylake.entities.credit.CreditScore.Reason;
import org.citylake.entities.credit.CreditWarning;
import org.jspecify.annotations.Nullable;

/**
 * The producers of the tables of credit: those of scores, which share the scoring, and measures.
 */
public final class CreditTables {
  private final DeclarationLibrary library;
  private final ScoredEntities scores;
  private final String codeVersion;

  /** Producers for one run. */
  public CreditTables(DeclarationLibrary library, String codeVersion) {
    this.library = library;
    this.scores = new ScoredEntities(library);
    this.codeVersion = codeVersion;
  }

  /** The producer of the table, if it is one of them. */
  public Optional<TableProducer> find(TableDeclaration table) {
    return switch (table.fullName()) {
      case "city.credit_score" ->
          Optional.of(new CreditProducer(table, scores, s -> Stream.of(score(s))));
      case "city.credit_reason" ->
          Optional.of(
              new CreditProducer(
                  table, scores, s -> s.score().reasons().stream().map(r -> reason(s, r))));
      case "city.credit_score_history" ->
          Optional.of(new CreditProducer(table, scores, s -> ScoreHistoryRows.of(s, codeVersion)));
      case "city.credit_warning" ->
          Optional.of(
              new CreditProducer(
                  table, scores, s -> s.warnings().stream().map(w -> warning(s, w))));
      case MeasureProducer.TABLE -> Optional.of(new MeasureProducer(table, library));
      default -> Optional.empty();
    };
  }

  private Map<String, @Nullable Object> score(Scored scored) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("legal_entity_id", scored.entity());
    row.put("model", scored.score().model());
    row.put("scored_on", scored.score().day());
    row.put("score", scored.score().score());
    row.put("credit_class", scored.score().creditClass());
    row.put("records", scored.records());
    row.put("reasons", scored.score().reasons().size());
    row.put("synthetic", scored.synthetic());
    row.put("model_hash", scored.score().modelHash());
    row.put("code_version", codeVersion);
    return row;
  }

  private static Map<String, @Nullable Object> reason(Scored scored, Reason reason) {
    SourceKey source = scored.source(reason);
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("legal_entity_id", scored.entity());
    row.put("model", scored.score().model());
    row.put("effect", reason.effect().name().toLowerCase(Locale.ROOT));
    row.put("source_id", source.source());
    row.put("source_key", source.key());
    row.put("item", reason.item());
    row.put("item_group", reason.group().isEmpty() ? null : reason.group());
    row.put("points", reason.points());
    row.put("counted", reason.counted());
    return row;
  }

  private static Map<String, @Nullable Object> warning(Scored scored, CreditWarning warning) {
    CreditScore score = warning.later();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("legal_entity_id", scored.entity());
    row.put("model", score.model());
    row.put("rule", warning.rule().name().toLowerCase(Locale.ROOT));
    row.put("scored_on", score.day());
    row.put("former_on", warning.earlier().day());
    row.put("current", score.day().equals(scored.score().day()));
    row.put("score", score.score());
    row.put("former_score", warning.earlier().score());
    row.put("credit_class", score.creditClass());
    row.put("former_class", warning.earlier().creditClass());
    row.put("items", warning.because().stream().map(Reason::item).distinct().toList());
    row.put("synthetic", scored.synthetic());
    row.put(
        "evidence",
        warning.because().stream()
            .map(r -> scored.source(r).selector(r.item()))
            .distinct()
            .toList());
    return row;
  }
}
