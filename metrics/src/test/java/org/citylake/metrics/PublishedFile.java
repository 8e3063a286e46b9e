package org.citylake.metrics;

import java.nio.file.Path;

/** A file of figures of others, which ours are compared with. */
public final class PublishedFile {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));

  private PublishedFile() {}

  /** Where it is, such as {@code asem/out_1_Raw.csv} or {@code hdi/hdi_1990_2022_long.csv}. */
  public static Path find(String name) {
    // The benchmark begins with the same two tables.
    return name.equals("asem/iData.csv") || name.equals("asem/iMeta.csv")
        ? ROOT.resolve("benchmarks/data").resolve(name)
        : ROOT.resolve("metrics/src/test/resources/org/citylake/metrics/published").resolve(name);
  }
}
