package org.citylake.batchjobs.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.citylake.core.value.Selector;
import org.citylake.entities.golden.Cluster.Linked;
import org.citylake.entities.golden.GoldenRecord;
import org.citylake.entities.golden.Link;
import org.citylake.entities.golden.Member;
import org.citylake.entities.golden.MergeDeclaration;
import org.citylake.entities.golden.RecordKey;
import org.citylake.entities.golden.Survivor;
import org.jspecify.annotations.Nullable;

/** Golden records as rows of their tables: no identifying value, tokens at most. */
final class GoldenRows {
  private final MergeDeclaration declaration;
  private final BinaryOperator<String> token;
  private final String idColumn;

  GoldenRows(MergeDeclaration declaration, BinaryOperator<String> token) {
    this.declaration = declaration;
    this.token = token;
    this.idColumn = declaration.entity() + "_id";
  }

  Map<String, @Nullable Object> golden(GoldenRecord entity) {
    List<Member> records = entity.members().stream().map(Linked::member).toList();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put(idColumn, entity.id());
    declaration
        .columns()
        .forEach(
            (name, column) ->
                row.put(
                    name,
                    said(column, Optional.ofNullable(entity.values().get(column.attribute())))));
    row.put("records", (long) records.size());
    row.put("sources", records.stream().map(Member::source).distinct().sorted().toList());
    row.put(
        "first_seen",
        records.stream()
            .map(Member::firstSeen)
            .filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}.*"))
            .map(day -> day.substring(0, 10))
            .min(String::compareTo)
            .orElse(null));
    row.put("synthetic", records.stream().anyMatch(Member::synthetic));
    row.put(
        "evidence",
        List.of(
            new Selector("city." + declaration.entity() + "_link", Map.of(idColumn, entity.id()))
                .toString()));
    return row;
  }

  private @Nullable String said(MergeDeclaration.Column column, Optional<Survivor> survivor) {
    if (survivor.isEmpty()) {
      return null;
    }
    String value = survivor.get().value();
    return switch (column.form()) {
      case VALUE -> value;
      case YEAR -> value.length() < 4 ? null : value.substring(0, 4);
      case TOKEN -> token.apply(column.domain().orElseThrow(), value);
    };
  }

  Stream<Map<String, @Nullable Object>> links(GoldenRecord entity) {
    return entity
        .linked()
        .map(
            linked -> {
              Link link = linked.link();
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put("source_id", linked.member().source());
              row.put("source_key", linked.member().key());
              row.put(idColumn, entity.id());
              row.put("linked_by", link.kind().name().toLowerCase(java.util.Locale.ROOT));
              row.put("nearest_source_id", link.nearest().map(RecordKey::source).orElse(null));
              row.put("nearest_source_key", link.nearest().map(RecordKey::key).orElse(null));
              row.put("weight", link.nearest().isPresent() ? rounded(link.weight()) : null);
              row.put("probability", link.nearest().isPresent() ? link.probability() : null);
              row.put("levels", link.levels());
              row.put("synthetic", linked.member().synthetic());
              row.put("evidence", List.of(selector(linked.member())));
              return row;
            });
  }

  Stream<Map<String, @Nullable Object>> attributes(GoldenRecord entity) {
    return declaration.attributes().keySet().stream()
        .map(name -> entity.values().get(name))
        .filter(java.util.Objects::nonNull)
        .map(
            survivor -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put(idColumn, entity.id());
              row.put("attribute", survivor.attribute());
              row.put("reason", survivor.reason().id());
              row.put("winners", survivor.winners().stream().map(GoldenRows::selector).toList());
              row.put(
                  "disagreeing_sources",
                  survivor.others().stream().map(Member::source).distinct().sorted().toList());
              row.put("distinct_values", (long) survivor.distinct());
              row.put("evidence", List.of(selector(survivor.winners().get(0))));
              return row;
            });
  }

  private static double rounded(double weight) {
    return Math.round(weight * 1000) / 1000.0;
  }

  private static String selector(Member member) {
    String key = member.key().replaceFirst("#\\d+$", "");
    return new Selector("raw." + member.source(), Map.of("source_key", key)).toString();
  }
}
