package org.citylake.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.citylake.access.grant.GroupCases;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.problem.NearestName;
import org.citylake.entities.alert.AlertCases;
import org.citylake.entities.credit.CreditModelCases;
import org.citylake.ingestion.cases.SourceCases;
import org.citylake.metrics.analysis.warning.WarningCases;
import org.citylake.metrics.index.cases.EditionCases;

/** The test cases of some declarations; see {@link TestCommand}. */
final class DeclarationCases {
  private final DeclarationLibrary library;

  /** Declaration to its folder, of those that are chosen. */
  private final Map<String, Path> chosen = new TreeMap<>();

  private DeclarationCases(DeclarationLibrary library) {
    this.library = library;
  }

  /**
   * The cases of declarations.
   *
   * @param names which; empty for all
   * @param below a folder in which they have to stand
   * @throws CityLakeException of kind USER that names an unknown declaration and the nearest known
   */
  static DeclarationCases of(DeclarationLibrary library, List<String> names, Optional<Path> below) {
    Map<String, Path> known = new TreeMap<>();
    library.sources().forEach(d -> known.put(d.id(), d.folder()));
    library.tables().forEach(d -> known.put(d.fullName(), d.folder()));
    library.indicators().forEach(d -> known.put(d.code(), d.folder()));
    library.editions().forEach(d -> known.put(d.id(), d.folder()));
    library.warnings().forEach(d -> known.put(d.rule(), d.folder()));
    library.alerts().forEach(d -> known.put(d.rule(), d.folder()));
    library.creditModels().forEach(d -> known.put(d.id(), d.folder()));
    library.groups().forEach(d -> known.put(d.id(), d.folder()));
    for (String name : names) {
      if (!known.containsKey(name)) {
        throw new CityLakeException(
            Kind.USER,
            "There is no source, table, indicator, edition, warning rule, alert rule, credit model or group '"
                + name
                + "'"
                + NearestName.hint(name, known.keySet()));
      }
    }
    DeclarationCases cases = new DeclarationCases(library);
    known.forEach(
        (name, folder) -> {
          if ((names.isEmpty() || names.contains(name))
              && below.map(folder::startsWith).orElse(true)) {
            cases.chosen.put(name, folder);
          }
        });
    return cases;
  }

  /** The chosen ones without any case. */
  List<String> withoutCase() {
    return chosen.entrySet().stream()
        .filter(d -> CaseFolders.of(d.getValue()).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Runs all. */
  List<CaseResult> run(Settings settings, Output output) {
    List<CaseResult> results = new ArrayList<>();
    library.sources().forEach(s -> add(results, s.id(), () -> SourceCases.run(library, s)));
    library.editions().forEach(e -> add(results, e.id(), () -> EditionCases.run(e)));
    WarningCases ofWarnings = new WarningCases(library);
    library.warnings().forEach(w -> add(results, w.rule(), () -> ofWarnings.run(w)));
    library.alerts().forEach(a -> add(results, a.rule(), () -> AlertCases.run(a)));
    library.creditModels().forEach(m -> add(results, m.id(), () -> CreditModelCases.run(m)));
    library.groups().forEach(g -> add(results, g.id(), () -> GroupCases.run(library, g)));
    List<String> inSpark =
        Stream.concat(
                library.tables().stream().map(t -> t.fullName()),
                library.indicators().stream().map(i -> i.code()))
            .filter(this::hasCase)
            .toList();
    if (!inSpark.isEmpty()) {
      results.addAll(runInSpark(inSpark, settings, output));
    }
    return results;
  }

  private void add(List<CaseResult> results, String name, Supplier<List<CaseResult>> run) {
    if (hasCase(name)) {
      results.addAll(run.get());
    }
  }

  private boolean hasCase(String name) {
    Path folder = chosen.get(name);
    return folder != null && !CaseFolders.of(folder).isEmpty();
  }

  private static List<CaseResult> runInSpark(
      List<String> declarations, Settings settings, Output output) {
    Path folder = temporary();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("job", "cases");
    keys.put("home", settings.home().root().toString());
    keys.put("catalog_uri", "about:blank");
    keys.put(
        "declaration_roots", settings.declarationRoots().stream().map(Path::toString).toList());
    keys.put("run_id", "test");
    keys.put("code_version", "test");
    keys.put("inputs", Map.of());
    keys.put("declarations", declarations);
    EngineJob job =
        new EngineJob(
            "spark",
            EngineModule.spark(settings.root()),
            folder,
            folder.resolve("spark.log"),
            "none");
    List<CaseResult> results = new ArrayList<>();
    JsonNode found = job.run(keys, text -> output.progress("Spark: " + text)).result();
    for (JsonNode result : found.path("cases")) {
      List<String> differences = new ArrayList<>();
      result.path("differences").forEach(d -> differences.add(d.asText()));
      results.add(
          new CaseResult(
              result.path("declaration").asText(),
              Path.of(result.path("folder").asText()),
              differences));
    }
    // After a failure it stays: the log is in it, and the message says so.
    delete(folder);
    return results;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("citylake-test");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
