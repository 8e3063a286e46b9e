package org.citylake.cli.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.contract.DirectoryEntry;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/** The catalogue of sources and tables: one page that asks nothing of the network. */
final class CataloguePage {
  /** Where the template takes the data; it stands inside a script element of type JSON. */
  private static final String PLACE = "\"the data\"";

  private CataloguePage() {}

  /**
   * Writes {@code index.html}.
   *
   * @param home what was loaded and computed
   * @param today the day on which freshness is judged
   * @return the file
   */
  static Path write(Path folder, RegistryObjects objects, HomeState home, LocalDate today) {
    TableGraph graph = TableGraph.of(objects.library(), home.lastRun());
    List<Map<String, @Nullable Object>> sources = new ArrayList<>();
    for (SourceDeclaration source : objects.sources()) {
      Map<String, @Nullable Object> object = objects.contract(source);
      source.contract().directory().ifPresent(entry -> object.put("entry", entry(entry)));
      object.put("made_up_examples", source.origin().isEmpty());
      object.put("freshness", home.freshness(source, today).object());
      object.put("activity", home.activity(source).map(SourceActivity::object).orElse(null));
      object.put("table", source.replayed() ? null : TableGraph.source(source));
      object.put("downstream", graph.downstream(TableGraph.source(source)));
      sources.add(object);
    }
    List<Map<String, @Nullable Object>> tables =
        objects.library().tables().stream().map(t -> table(t, objects, home, graph)).toList();
    // No text of a declaration may end the script element that it stands in.
    String data =
        Json.line(Map.of("sources", sources, "tables", tables, "day", today.toString()))
            .replace("<", "\\u003c");
    Path file = folder.resolve("index.html");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, template().replace(PLACE, data));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the catalogue to " + folder, e);
    }
    return file;
  }

  private static Map<String, @Nullable Object> table(
      TableDeclaration table, RegistryObjects objects, HomeState home, TableGraph graph) {
    Map<String, @Nullable Object> object = objects.table(table);
    object.put("upstream", graph.upstream(table.fullName()));
    object.put("downstream", graph.downstream(table.fullName()));
    HomeState.Held held = home.tables().get(table.fullName());
    object.put("changed", held == null ? null : held.changed().toString());
    object.put("rows", held == null ? null : held.rows());
    return object;
  }

  /** What the page tells of the directory's entry, in the directory's own words. */
  private static Map<String, Object> entry(DirectoryEntry entry) {
    return Map.of(
        "resource_code", entry.resourceCode(),
        "sharing_zh", entry.sharing().zh() + "共享",
        "sharing_condition", entry.sharingCondition().orElse(""),
        "opening_zh", entry.opening().zh() + "开放",
        "opening_condition", entry.openingCondition().orElse(""),
        "update_cycle_zh", entry.updateCycle().zh(),
        "basis", entry.basis(),
        "security_level", entry.securityLevel());
  }

  private static String template() throws IOException {
    try (InputStream in = CataloguePage.class.getResourceAsStream("catalogue.html")) {
      return new String(
          Objects.requireNonNull(in, "catalogue.html").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
