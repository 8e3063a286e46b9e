package org.citylake.core.declaration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.core.problem.Problems;

/** Checks that the keys of a source's format go together. */
final class FormatRules {
  /** Kinds of files that are containers themselves. */
  private static final Set<String> CONTAINERS = Set.of("xlsx", "xls", "parquet", "shapefile");

  /** Kinds of files with coordinates. */
  private static final Set<String> GEOMETRIC = Set.of("geojson", "shapefile");

  private static final Set<String> WORKBOOKS = Set.of("xlsx", "xls");

  private static final List<String> SHEET_KEYS =
      List.of("sheet", "header-rows", "header-start", "unit-note", "skip-rows");

  private final Loaded<SourceDeclaration> source;
  private final Problems problems;

  private FormatRules(Loaded<SourceDeclaration> source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  static void check(Loaded<SourceDeclaration> source, Problems problems) {
    new FormatRules(source, problems).check();
  }

  private void check() {
    FileFormat format = source.declaration().format();
    Map<?, ?> keys =
        (Map<?, ?>) Objects.requireNonNull(source.declaration().contract().custom().get("format"));
    if (CONTAINERS.contains(format.type()) && format.packing().compression() != Compression.NONE) {
      report(
          "compression", "A file of type " + format.type() + " is not packed again; leave it out");
    }
    if (format.packing().entry().isPresent()
        && format.packing().compression() != Compression.ZIP
        && !format.type().equals("shapefile")) {
      report("entry", "Only a zip has entries: add compression: zip, or leave entry out");
    }
    if (!WORKBOOKS.contains(format.type())) {
      SHEET_KEYS.stream()
          .filter(keys::containsKey)
          .forEach(key -> report(key, "Only a file of type xlsx or xls has sheets; leave it out"));
    }
    if (!GEOMETRIC.contains(format.type()) && keys.containsKey("crs")) {
      report("crs", "Only a file of type geojson or shapefile has coordinates; leave it out");
    }
    if (format.type().equals("geojson") && !format.encoding().equals("UTF-8")) {
      report("encoding", "GeoJSON is written in UTF-8 (RFC 7946); leave it out");
    }
    if (source.declaration().stream().isPresent()
        && !((format.type().equals("csv")
                || (format.type().equals("jsonl") && !source.declaration().replayed()))
            && format.packing().compression() == Compression.NONE
            && format.header() == HeaderRule.EXACT)) {
      report(
          "type",
          "A streamed source reads csv, a live one jsonl too, not packed, with the exact header");
    }
    Stream.concat(
            FormatKeys.texts(keys, "skip-rows").stream(),
            Stream.ofNullable(keys.get("unit-note")).map(Object::toString))
        .filter(text -> FormatKeys.pattern(text).isEmpty())
        .forEach(text -> report(text, "It is no regular expression; correct it"));
  }

  private void report(String value, String message) {
    problems.add(source.marker().problem("/schema/0", "format", value, message));
  }
}
