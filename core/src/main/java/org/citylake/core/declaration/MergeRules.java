package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.citylake.core.contract.DataContract;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** What a table folder's merge.yaml and linkage.yaml must keep in view of other declarations. */
final class MergeRules {
  private static final String MERGE = "merge.yaml";
  private static final String LINKAGE = "linkage.yaml";

  private final YamlFile merge;
  private final Declarations.References references;

  private MergeRules(YamlFile merge, Declarations.References references) {
    this.merge = merge;
    this.references = references;
  }

  /** The folder's files that keep their schemas, by name; none without a merge. */
  static Map<String, YamlFile> read(DeclarationFolder folder, Problems problems) {
    Map<String, YamlFile> files = new HashMap<>();
    for (String name : new String[] {MERGE, LINKAGE}) {
      if (folder.has(name)) {
        folder
            .yaml(name, problems)
            .filter(
                yaml -> DeclarationSchema.named(name.replace(".yaml", "")).check(yaml, problems))
            .ifPresent(yaml -> files.put(name, yaml));
      }
    }
    YamlFile merge = files.get(MERGE);
    boolean keys = merge != null && merge.root().has("keys");
    if (keys && folder.has(LINKAGE)) {
      problems.add(
          folder.shown(LINKAGE),
          0,
          "two-ways",
          LINKAGE,
          "merge.yaml has keys that tell the entities: nothing is linked by " + LINKAGE);
    } else if (!keys && folder.has(MERGE) != folder.has(LINKAGE)) {
      String there = folder.has(MERGE) ? MERGE : LINKAGE;
      String missing = folder.has(MERGE) ? LINKAGE : MERGE;
      problems.add(
          folder.shown(there),
          0,
          "file-missing",
          missing,
          there + " needs " + missing + " beside it: how records are linked, and how merged");
    }
    return files;
  }

  static void check(
      Loaded<TableDeclaration> loaded, Declarations.References references, Problems problems) {
    YamlFile merge = loaded.files().get(MERGE);
    if (merge == null) {
      return;
    }
    MergeRules rules = new MergeRules(merge, references);
    JsonNode sources = merge.root().path("sources");
    for (int s = 0; s < sources.size(); s++) {
      rules.source(sources.path(s), "/sources/" + s);
    }
    DataContract contract = loaded.declaration().contract();
    merge
        .root()
        .path("columns")
        .fieldNames()
        .forEachRemaining(
            column -> references.column(merge, "/columns/" + column, contract, column));
    String entity = merge.root().path("entity").asText();
    references.column(merge, "/entity", contract, entity + "_id");
    for (String table : new String[] {"_link", "_attribute"}) {
      references.table(merge, "/entity", loaded.declaration().namespace() + "." + entity + table);
    }
    if (loaded.declaration().query().isPresent()) {
      problems.add(
          merge.problem("", "two-ways", entity, "The table has a query and a merge; one must go"));
    }
  }

  private void source(JsonNode source, String place) {
    String id = source.path("source").asText();
    references.source(merge, place + "/source", id);
    references
        .findSourceContract(id)
        .ifPresent(
            contract -> {
              for (String key : new String[] {"first-seen", "updated"}) {
                if (source.has(key)) {
                  references.column(merge, place + "/" + key, contract, source.path(key).asText());
                }
              }
              source
                  .path("where")
                  .fieldNames()
                  .forEachRemaining(
                      column ->
                          references.column(merge, place + "/where/" + column, contract, column));
              source
                  .path("fields")
                  .properties()
                  .forEach(
                      field ->
                          references.column(
                              merge,
                              place + "/fields/" + field.getKey() + "/column",
                              contract,
                              field.getValue().path("column").asText()));
            });
  }
}
