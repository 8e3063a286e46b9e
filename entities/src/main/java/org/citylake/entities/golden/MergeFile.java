package org.citylake.entities.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;
import org.citylake.core.yaml.YamlReader;
import org.citylake.entities.linkage.configuration.ColumnKind;
import org.citylake.entities.linkage.configuration.LinkageDeclaration;
import org.citylake.entities.linkage.configuration.LinkageFile;

/**
 * Reads a table folder's {@code merge.yaml}, by {@code merge.schema.json}, and linkage.yaml where
 * entities are not told apart by keys.
 */
public final class MergeFile {
  /** Name of the file that makes a table one of golden records. */
  public static final String NAME = "merge.yaml";

  private static final String LINKAGE = "linkage.yaml";

  private final YamlFile yaml;
  private final Problems problems;

  private MergeFile(YamlFile yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  /** Whether a table folder declares a merge. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /**
   * Reads both files.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA that lists every problem with its line
   */
  public static MergeDeclaration read(Path folder) {
    Path file = folder.resolve(NAME);
    Problems problems = new Problems();
    Optional<YamlFile> yaml =
        YamlReader.read(file, file.toString(), problems)
            .filter(y -> DeclarationSchema.named("merge").check(y, problems));
    yaml.ifPresent(y -> new MergeFile(y, problems).check());
    problems.throwIfAny("Cannot merge by " + file);
    YamlFile read = yaml.orElseThrow();
    List<String> names = names(read.root().path("attributes"));
    Optional<LinkageDeclaration> linkage =
        read.root().has("keys")
            ? Optional.empty()
            : Optional.of(LinkageFile.read(folder.resolve(LINKAGE), names));
    return new MergeFile(read, problems).declaration(linkage);
  }

  private void check() {
    List<String> names = names(yaml.root().path("attributes"));
    for (String list : List.of("anchors", "keys")) {
      requireAll("/" + list, yaml.root().path(list), names);
    }
    List<String> keys = texts(yaml.root().path("keys"));
    Set<String> sources = new HashSet<>();
    for (int s = 0; s < yaml.root().path("sources").size(); s++) {
      JsonNode source = yaml.root().path("sources").path(s);
      if (!sources.add(source.path("source").asText())) {
        problems.add(
            yaml.problem(
                "/sources/" + s,
                "source-twice",
                source.path("source").asText(),
                "The source is listed twice"));
      }
      requireAll("/sources/" + s + "/founded-by", source.path("founded-by"), keys);
      for (String field : names(source.path("fields"))) {
        require("/sources/" + s + "/fields/" + field, field, names);
      }
    }
    for (String column : names(yaml.root().path("columns"))) {
      JsonNode node = yaml.root().path("columns").path(column);
      require("/columns/" + column, node.path("attribute").asText(), names);
      if (node.path("as").asText().equals("token") != node.has("domain")) {
        problems.add(
            yaml.problem(
                "/columns/" + column, "domain", column, "A token, and no other, has a 'domain'"));
      }
    }
  }

  private void requireAll(String place, JsonNode list, List<String> names) {
    for (int i = 0; i < list.size(); i++) {
      require(place + "/" + i, list.path(i).asText(), names);
    }
  }

  private void require(String place, String attribute, List<String> names) {
    if (!names.contains(attribute)) {
      problems.add(
          yaml.problem(
              place,
              "unknown-attribute",
              attribute,
              "'"
                  + attribute
                  + "' is none of the attributes"
                  + NearestName.hint(attribute, names)));
    }
  }

  private MergeDeclaration declaration(Optional<LinkageDeclaration> linkage) {
    JsonNode root = yaml.root();
    List<String> keys = texts(root.path("keys"));
    List<MergeDeclaration.Source> sources = new ArrayList<>();
    root.path("sources").forEach(node -> sources.add(source(node, keys)));
    Map<String, MergeDeclaration.Attribute> attributes = new LinkedHashMap<>();
    root.path("attributes")
        .properties()
        .forEach(
            a ->
                attributes.put(
                    a.getKey(),
                    new MergeDeclaration.Attribute(
                        ColumnKind.find(a.getValue().path("kind").asText()).orElseThrow(),
                        texts(a.getValue().path("by")).stream()
                            .map(by -> Reason.find(by).orElseThrow())
                            .toList(),
                        texts(a.getValue().path("priority")))));
    Map<String, MergeDeclaration.Column> columns = new LinkedHashMap<>();
    root.path("columns")
        .properties()
        .forEach(
            c ->
                columns.put(
                    c.getKey(),
                    new MergeDeclaration.Column(
                        c.getValue().path("attribute").asText(),
                        MergeDeclaration.Form.valueOf(
                            c.getValue().path("as").asText().toUpperCase(Locale.ROOT)),
                        text(c.getValue(), "domain"))));
    return new MergeDeclaration(
        root.path("entity").asText(),
        root.path("id-prefix").asText(),
        texts(root.path("anchors")),
        sources,
        attributes,
        columns,
        keys,
        linkage);
  }

  private static MergeDeclaration.Source source(JsonNode node, List<String> keys) {
    Map<String, Set<String>> where = new LinkedHashMap<>();
    node.path("where")
        .properties()
        .forEach(w -> where.put(w.getKey(), Set.copyOf(texts(w.getValue()))));
    Map<String, MergeDeclaration.Field> fields = new LinkedHashMap<>();
    node.path("fields")
        .properties()
        .forEach(
            f -> {
              Map<String, String> codes = new LinkedHashMap<>();
              f.getValue()
                  .path("codes")
                  .properties()
                  .forEach(code -> codes.put(code.getKey(), code.getValue().asText()));
              fields.put(
                  f.getKey(),
                  new MergeDeclaration.Field(
                      f.getValue().path("column").asText(), codes, part(f.getValue())));
            });
    return new MergeDeclaration.Source(
        node.path("source").asText(),
        text(node, "first-seen"),
        text(node, "updated"),
        where,
        node.has("founded-by") ? texts(node.path("founded-by")) : keys,
        fields);
  }

  private static MergeDeclaration.Part part(JsonNode field) {
    if (field.has("characters")) {
      return MergeDeclaration.Part.first(field.path("characters").asInt());
    }
    return switch (field.path("address").asText()) {
      case "house" -> MergeDeclaration.Part.HOUSE;
      case "dwelling" -> MergeDeclaration.Part.DWELLING;
      default -> MergeDeclaration.Part.WHOLE;
    };
  }

  private static Optional<String> text(JsonNode node, String key) {
    return node.has(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.properties().forEach(p -> names.add(p.getKey()));
    return names;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(n -> texts.add(n.asText()));
    return texts;
  }
}
