package org.citylake.cli.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.contract.DirectoryEntry;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/** The catalogue of the sources: one page that asks nothing of the network. */
final class CataloguePage {
  /** Where the template takes the data; it stands inside a script element of type JSON. */
  private static final String PLACE = "\"the data\"";

  private CataloguePage() {}

  /**
   * Writes {@code index.html}.
   *
   * @param activity what was loaded, by source
   * @return the file
   */
  static Path write(Path folder, RegistryObjects objects, Map<String, SourceActivity> activity) {
    List<Map<String, @Nullable Object>> sources = new ArrayList<>();
    for (SourceDeclaration source : objects.sources()) {
      Map<String, @Nullable Object> object = objects.contract(source);
      source.contract().directory().ifPresent(entry -> object.put("entry", entry(entry)));
      SourceActivity loaded = activity.get(source.id());
      object.put("activity", loaded == null ? null : loaded.object());
      sources.add(object);
    }
    // No text of a declaration may end the script element that it stands in.
    String data = Json.line(Map.of("sources", sources)).replace("<", "\\u003c");
    Path file = folder.resolve("index.html");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, template().replace(PLACE, data));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the catalogue to " + folder, e);
    }
    return file;
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
