package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads an edition's folder: index.yaml. */
public final class EditionFolder {
  private EditionFolder() {}

  /**
   * Reads an edition that stands alone and has to be right by itself, such as one that was
   * imported: its leaves need no indicator folder, and it needs no tests.
   *
   * @param folder the folder with index.yaml
   * @throws org.citylake.core.CityLakeException of kind DATA that lists every problem
   */
  public static EditionDeclaration load(Path folder) {
    Problems problems = new Problems();
    DeclarationFolder found =
        DeclarationFolder.of(DeclarationKind.EDITION, folder, folder.toAbsolutePath().normalize());
    Optional<YamlFile> yaml = index(found, problems);
    problems.throwIfAny("Cannot use the edition " + folder);
    return edition(found, yaml.orElseThrow());
  }

  /**
   * The content of an edition's index.yaml as it is written, for those who vary it.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA that lists every problem
   */
  public static JsonNode loadDocument(EditionDeclaration edition) {
    Problems problems = new Problems();
    Optional<YamlFile> yaml =
        index(
            DeclarationFolder.of(DeclarationKind.EDITION, edition.folder(), edition.folder()),
            problems);
    problems.throwIfAny("Cannot use the edition " + edition.folder());
    return yaml.orElseThrow().root();
  }

  static Optional<Loaded<EditionDeclaration>> read(DeclarationFolder folder, Problems problems) {
    Optional<YamlFile> yaml = index(folder, problems);
    if (yaml.isEmpty()) {
      return Optional.empty();
    }
    EditionDeclaration edition = edition(folder, yaml.get());
    Loaded<EditionDeclaration> loaded =
        new Loaded<>(folder, Map.of(folder.kind().marker(), yaml.get()), edition);
    loaded.requireId(problems, "/edition", edition.id(), folder.id());
    loaded.requireTests(problems, "panel.csv", "expected.csv");
    for (String text : List.of("METHOD.md", "CHANGES.md")) {
      if (!folder.has(text)) {
        problems.add(folder.shown(text), 0, "missing-file", text, "An edition needs " + text);
      }
    }
    return Optional.of(loaded);
  }

  private static Optional<YamlFile> index(DeclarationFolder folder, Problems problems) {
    return folder
        .yaml(folder.kind().marker(), problems)
        .filter(yaml -> DeclarationSchema.named("index").check(yaml, problems));
  }

  private static EditionDeclaration edition(DeclarationFolder folder, YamlFile yaml) {
    return EditionDocument.edition(
        yaml.root(), yaml.name(), folder.absolute(), folder.contentHash());
  }
}
