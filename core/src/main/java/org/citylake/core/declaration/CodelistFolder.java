package org.citylake.core.declaration;

import java.util.Map;
import java.util.Optional;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.codelist.CodelistReader;
import org.citylake.core.problem.Problems;

/** Reads a code list's folder. */
final class CodelistFolder {
  private CodelistFolder() {}

  static Optional<Loaded<Codelist>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    return folder
        .yaml(marker, problems)
        .flatMap(
            yaml ->
                CodelistReader.read(
                        yaml, folder.file("codes.csv"), folder.shown("codes.csv"), problems)
                    .map(list -> new Loaded<>(folder, Map.of(marker, yaml), list)))
        .map(
            loaded -> {
              loaded.requireId(problems, "/id", loaded.declaration().id(), folder.id());
              return loaded;
            });
  }
}
