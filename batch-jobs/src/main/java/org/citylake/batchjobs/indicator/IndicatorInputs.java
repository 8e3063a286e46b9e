package org.citylake.batchjobs.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citylake.batchjobs.conform.AreaVersions;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.core.json.Json;
import org.citylake.metrics.indicator.ReportedRule;

/** All that the values of indicators are a function of, for one run. */
final class IndicatorInputs {
  private final TableDeclaration table;
  private final DeclarationLibrary library;
  private final String codeVersion;
  private final Relations relations;
  private final Map<String, String> hashes = new HashMap<>();

  /**
   * Inputs of one run.
   *
   * @param table the declaration of {@code metric.indicator_value}
   */
  IndicatorInputs(
      TableDeclaration table, DeclarationLibrary library, String codeVersion, Relations relations) {
    this.table = table;
    this.library = library;
    this.codeVersion = codeVersion;
    this.relations = relations;
  }

  /** The version of the code that computes. */
  String codeVersion() {
    return codeVersion;
  }

  /** What an indicator reads, tables and code lists, whether they are there or not. */
  static Stream<String> read(IndicatorDeclaration indicator) {
    List<String> read =
        indicator.method() == Method.REPORTED ? ReportedRule.INPUTS : indicator.inputs();
    return Stream.concat(read.stream(), Stream.of(AreaVersions.DISTRICT)).distinct();
  }

  /** The snapshots behind an indicator; of a derived one those behind all that it follows from. */
  Map<String, Long> snapshots(IndicatorDeclaration indicator) {
    Map<String, Long> snapshots = new TreeMap<>();
    reached(indicator)
        .filter(relations::has)
        .forEach(name -> snapshots.put(name, relations.snapshot(name)));
    return snapshots;
  }

  private Stream<String> reached(IndicatorDeclaration indicator) {
    return indicator.method() == Method.DERIVED
        ? followed(indicator).flatMap(this::reached)
        : read(indicator);
  }

  private Stream<IndicatorDeclaration> followed(IndicatorDeclaration indicator) {
    return indicator.derivation().codes().stream()
        .flatMap(code -> library.findIndicator(code).stream());
  }

  /**
   * SHA-256 over the version of the code, the declarations of the indicator and of the table of
   * values, and what it reads: of a table the snapshot, of a code list its lines, of a derived
   * indicator the hashes of those that it follows from. As long as it stays, so do the values.
   */
  String hash(IndicatorDeclaration indicator) {
    String known = hashes.get(indicator.code());
    if (known != null) {
      return known;
    }
    Map<String, String> inputs = new TreeMap<>();
    if (indicator.method() == Method.DERIVED) {
      followed(indicator).forEach(other -> inputs.put(other.code(), hash(other)));
    } else {
      read(indicator).forEach(name -> inputs.put(name, relation(name)));
    }
    String hash =
        ContentHash.of(
            Json.line(List.of(codeVersion, table.contentHash(), indicator.contentHash(), inputs)));
    hashes.put(indicator.code(), hash);
    return hash;
  }

  private String relation(String name) {
    return (relations.has(name) ? relations.snapshot(name) + " " : "absent ")
        + relations.shape(name);
  }
}
