package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.declaration.IndicatorDeclaration.Restatement;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads an indicator's folder: indicator.yaml and indicator.sql. */
final class IndicatorFolder {
  private static final String SQL = "indicator.sql";

  private IndicatorFolder() {}

  static Optional<Loaded<IndicatorDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("indicator").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    IndicatorDeclaration indicator = indicator(folder, yaml.get().root());
    Loaded<IndicatorDeclaration> loaded =
        new Loaded<>(folder, Map.of(marker, yaml.get()), indicator);
    loaded.requireId(problems, "/code", indicator.code(), folder.id());
    loaded.requireTests(problems, "expected.csv");
    if (indicator.method() == Method.COMPUTED && indicator.sql().isEmpty()) {
      problems.add(
          yaml.get()
              .problem("/method", "sql-missing", "computed", "A computed indicator needs " + SQL));
    }
    if (indicator.method() != Method.COMPUTED && indicator.sql().isPresent()) {
      String method = indicator.method().name().toLowerCase(Locale.ROOT);
      problems.add(
          folder.shown(SQL),
          0,
          "sql-unused",
          method,
          "A " + method + " indicator has no SQL; delete it or say 'method: computed'");
    }
    return Optional.of(loaded);
  }

  private static IndicatorDeclaration indicator(DeclarationFolder folder, JsonNode root) {
    JsonNode range = root.path("valid-range");
    return new IndicatorDeclaration(
        root.path("code").asText(),
        folder.domain(),
        root.path("name-zh").asText(),
        root.path("name-en").asText(),
        root.path("definition-zh").asText(),
        root.path("definition-en").asText(),
        root.path("basis").asText(),
        root.path("unit").asText(),
        root.path("decimals").asInt(),
        Direction.valueOf(root.path("direction").asText().toUpperCase(Locale.ROOT)),
        root.path("frequency").asText(),
        number(range.path("minimum")),
        number(range.path("maximum")),
        root.path("owner").asText(),
        Method.valueOf(root.path("method").asText().toUpperCase(Locale.ROOT)),
        number(root.path("multiplier")).orElse(BigDecimal.ONE),
        Texts.text(root.path("restate")).map(t -> Restatement.valueOf(t.toUpperCase(Locale.ROOT))),
        Texts.list(root.path("inputs")),
        folder.has(SQL) ? Optional.of(folder.text(SQL)) : Optional.empty(),
        Texts.text(root.path("expression")),
        Texts.list(root.path("may-follow")),
        folder.absolute(),
        folder.contentHash());
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
  }
}
