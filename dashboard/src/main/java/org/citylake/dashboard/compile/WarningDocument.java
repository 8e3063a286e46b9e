package org.citylake.dashboard.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.WarningDeclaration;
import org.jspecify.annotations.Nullable;

/** {@code warnings.json}: the warnings in force, red ones first, then by newest start. */
final class WarningDocument {
  private static final Comparator<Row> ORDER =
      Comparator.comparing((Row r) -> r.text("level"))
          .thenComparing(r -> r.text("since"), Comparator.reverseOrder())
          .thenComparing(r -> r.text("rule"))
          .thenComparing(r -> r.text("indicator_code"))
          .thenComparing(r -> r.text("ref_area"))
          .thenComparing(r -> r.text("warning_id"));

  private final DeclarationLibrary library;
  private final TodaysAreas areas;

  WarningDocument(DeclarationLibrary library, TodaysAreas areas) {
    this.library = library;
    this.areas = areas;
  }

  Map<String, @Nullable Object> of(List<Row> warnings) {
    return new Document()
        .with("warnings", warnings.stream().sorted(ORDER).map(this::warning).toList())
        .build();
  }

  private Map<String, @Nullable Object> warning(Row row) {
    WarningDeclaration rule =
        library.warnings().stream()
            .filter(w -> w.rule().equals(row.text("rule")))
            .findFirst()
            .orElse(null);
    IndicatorDeclaration indicator = library.findIndicator(row.text("indicator_code")).orElse(null);
    return new Document()
        .with("id", row.text("warning_id"))
        .with("rule", row.text("rule"))
        .with("rule_zh", rule == null ? null : rule.nameZh())
        .with("rule_en", rule == null ? null : rule.nameEn())
        .with("level", row.text("level"))
        .with("indicator_code", row.text("indicator_code"))
        .with("name_zh", indicator == null ? null : indicator.nameZh())
        .with("name_en", indicator == null ? null : indicator.nameEn())
        .with("ref_area", row.text("ref_area"))
        .with("district", areas.today(row.text("ref_area"), null))
        .with("time_period", row.text("time_period"))
        .with("value", row.findNumber("value"))
        .with("threshold", row.findNumber("threshold"))
        .with("since", row.text("since"))
        .with("message_zh", row.text("message_zh"))
        .with("message_en", row.text("message_en"))
        .with("owner", row.text("owner"))
        .with("synthetic", row.flag("synthetic"))
        .build();
  }
}
