package org.citylake.batchjobs.credit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.credit.ScoredEntities.Scored;
import org.citylake.batchjobs.credit.ScoredEntities.SourceKey;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.credit.CreditScore.Reason;
import org.jspecify.annotations.Nullable;

/** The producers of the tables of credit scores, which share the scoring. */
public final class CreditTables {
  private final ScoredEntities scores;
  private final String codeVersion;

  /** Producers for one run. */
  public CreditTables(DeclarationLibrary library, String codeVersion) {
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
    SourceKey source = Objects.requireNonNull(scored.keys().get(reason.record()));
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
}
