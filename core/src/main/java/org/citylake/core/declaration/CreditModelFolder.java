package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.citylake.core.declaration.CreditModelDeclaration.Ceiling;
import org.citylake.core.declaration.CreditModelDeclaration.CreditClass;
import org.citylake.core.declaration.CreditModelDeclaration.Effect;
import org.citylake.core.declaration.CreditModelDeclaration.Group;
import org.citylake.core.declaration.CreditModelDeclaration.Item;
import org.citylake.core.declaration.CreditModelDeclaration.Period;
import org.citylake.core.declaration.CreditModelDeclaration.RedLine;
import org.citylake.core.declaration.CreditModelDeclaration.RepairRule;
import org.citylake.core.declaration.CreditModelDeclaration.Severity;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads a credit model's folder: credit-model.yaml. */
final class CreditModelFolder {
  private CreditModelFolder() {}

  static Optional<Loaded<CreditModelDeclaration>> read(
      DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("credit-model").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    int before = problems.all().size();
    CreditModelRules.check(yaml.get(), problems);
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    CreditModelDeclaration model =
        new CreditModelDeclaration(
            root.path("id").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            root.path("basis").asText(),
            root.path("base").asInt(),
            each(
                root.path("classes"),
                c -> new CreditClass(c.path("class").asText(), c.path("from").asInt())),
            each(root.path("groups"), CreditModelFolder::group),
            each(root.path("red-lines"), r -> new RedLine(r.path("item").asText(), zh(r), en(r))),
            each(root.path("ceilings"), CreditModelFolder::ceiling),
            each(root.path("repair"), CreditModelFolder::repair),
            number(root.path("warnings").path("score-fall")),
            folder.absolute(),
            folder.contentHash());
    Loaded<CreditModelDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), model);
    loaded.requireId(problems, "/id", model.id(), folder.id());
    loaded.requireTests(problems, "items.csv", "expected.csv");
    return Optional.of(loaded);
  }

  private static Group group(JsonNode node) {
    return new Group(
        node.path("id").asText(),
        zh(node),
        en(node),
        Effect.valueOf(node.path("effect").asText().toUpperCase(Locale.ROOT)),
        node.path("maximum").asInt(),
        each(
            node.path("items"),
            item ->
                new Item(
                    item.path("item").asText(),
                    zh(item),
                    en(item),
                    item.path("points").asInt(),
                    item.path("counts").asText().equals("once"),
                    number(item.path("months")),
                    Texts.text(item.path("severity")).map(CreditModelFolder::severity))));
  }

  private static Ceiling ceiling(JsonNode node) {
    return new Ceiling(
        node.path("item").asText(),
        zh(node),
        en(node),
        node.path("class").asText(),
        node.path("records").asInt(1),
        number(node.path("months")));
  }

  private static RepairRule repair(JsonNode node) {
    return new RepairRule(
        LocalDate.parse(node.path("from").asText()),
        node.path("basis").asText(),
        each(
            node.path("periods"),
            p ->
                new Period(
                    severity(p.path("severity").asText()),
                    p.path("minimum-months").asInt(),
                    p.path("maximum-months").asInt())));
  }

  private static Severity severity(String text) {
    return Severity.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static OptionalInt number(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }

  private static String zh(JsonNode node) {
    return node.path("name-zh").asText();
  }

  private static String en(JsonNode node) {
    return node.path("name-en").asText();
  }

  private static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    nodes.forEach(node -> all.add(read.apply(node)));
    return all;
  }
}
