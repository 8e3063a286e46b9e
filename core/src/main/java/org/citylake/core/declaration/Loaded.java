package org.citylake.core.declaration;

import java.util.Map;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/**
 * A declaration with the files that it was read from, so that rules over several declarations can
 * name lines.
 *
 * @param folder where it stands
 * @param files the YAML files by name
 * @param declaration what was read
 */
record Loaded<T>(DeclarationFolder folder, Map<String, YamlFile> files, T declaration) {
  Loaded {
    files = Map.copyOf(files);
  }

  /** The marker file. */
  YamlFile marker() {
    return file(folder.marker());
  }

  YamlFile file(String name) {
    YamlFile file = files.get(name);
    if (file == null) {
      throw new IllegalStateException("not read: " + folder.shown(name));
    }
    return file;
  }

  /**
   * Refuses a folder without a test case, or with a case that lacks one of the files.
   *
   * @param names of files; {@code *} at the end stands for any ending
   */
  void requireTests(Problems problems, String... names) {
    if (folder.tests().isEmpty()) {
      problems.add(
          marker().name(),
          0,
          "test-missing",
          folder.id(),
          "There is no tests/CASE/ beside it; add one with " + String.join(" and ", names));
    }
    for (java.nio.file.Path test : folder.tests()) {
      for (String name : names) {
        if (!CaseFolders.has(test, name)) {
          String path = folder.relative(test) + "/" + name;
          problems.add(folder.shown(path), 0, "test-missing", path, "The test case lacks " + name);
        }
      }
    }
  }

  /** Refuses an id inside the file that differs from the folder's place. */
  void requireId(Problems problems, String pointer, String written, String expected) {
    if (!written.equals(expected)) {
      problems.add(
          marker()
              .problem(
                  pointer,
                  "id-differs",
                  written,
                  "The "
                      + (folder.kind().isFile() ? "file" : "folder")
                      + "'s name says '"
                      + expected
                      + "'; make both the same"));
    }
  }
}
