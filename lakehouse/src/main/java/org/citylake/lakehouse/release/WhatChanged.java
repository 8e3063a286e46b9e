package org.citylake.lakehouse.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citylake.core.json.ContentHash;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * What differs between the things that two releases are functions of.
 *
 * @param definitions folders of declarations, such as {@code metrics/indexes/plan_attainment/2015};
 *     their tests and deliveries are no definition
 * @param inputs tables of source records whose snapshot is another
 * @param code whether the code is of another version
 */
public record WhatChanged(List<String> definitions, List<String> inputs, boolean code) {
  /** How many parts of a path name a declaration's folder, by where it begins. */
  private static final Map<String, Integer> FOLDERS =
      Map.of(
          "core/codelists/", 3,
          "ingestion/sources/", 4,
          "lakehouse/tables/", 4,
          "metrics/indexes/", 4,
          "metrics/indicators/", 4);

  public WhatChanged {
    definitions = List.copyOf(definitions);
    inputs = List.copyOf(inputs);
  }

  /** Between a release and a later one. */
  public static WhatChanged between(LakeCatalog live, Release before, Release now) {
    TreeSet<String> tables = new TreeSet<>(before.inputs().keySet());
    tables.addAll(now.inputs().keySet());
    return new WhatChanged(
        definitions(live, before, now),
        tables.stream()
            .filter(t -> !Objects.equals(before.inputs().get(t), now.inputs().get(t)))
            .toList(),
        !before.codeVersion().equals(now.codeVersion()));
  }

  private static List<String> definitions(LakeCatalog live, Release before, Release now) {
    if (before.declarationsHash().equals(now.declarationsHash())) {
      return List.of();
    }
    DeclarationStore store = new DeclarationStore(live);
    Map<String, String> old = hashes(store.load(before.declarationsHash()).files());
    Map<String, String> young = hashes(store.load(now.declarationsHash()).files());
    TreeSet<String> folders = new TreeSet<>();
    TreeSet<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(young.keySet());
    for (String path : paths) {
      if (!Objects.equals(old.get(path), young.get(path))) {
        folder(path).ifPresent(folders::add);
      }
    }
    return List.copyOf(folders);
  }

  private static Map<String, String> hashes(Map<String, byte[]> files) {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((path, content) -> hashes.put(path, ContentHash.of(content)));
    return hashes;
  }

  private static Optional<String> folder(String path) {
    String[] parts = path.split("/");
    return FOLDERS.entrySet().stream()
        .filter(e -> path.startsWith(e.getKey()) && parts.length > e.getValue())
        .map(Map.Entry::getValue)
        .findFirst()
        .filter(depth -> !List.of("tests", "data").contains(parts[depth]))
        .map(depth -> String.join("/", Arrays.asList(parts).subList(0, depth)));
  }

  /** In a line, such as {@code inputs raw.plan_indicator; code}; {@code nothing} without change. */
  public String text() {
    List<String> parts = new ArrayList<>();
    definitions.forEach(folder -> parts.add("definition " + folder));
    inputs.forEach(table -> parts.add("inputs " + table));
    if (code) {
      parts.add("code");
    }
    return parts.isEmpty() ? "nothing" : String.join("; ", parts);
  }
}
