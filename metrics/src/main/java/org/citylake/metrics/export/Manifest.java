package org.citylake.metrics.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: what the package is and every file of it. Keys are sorted, ids are text.
 *
 * @param format version of this layout, 1
 * @param name the export's name
 * @param suite the algorithm suite: international is SHA-256 and Ed25519
 * @param files every file but manifest.json and signature.json, by name
 */
record Manifest(
    @JsonProperty("format") int format,
    @JsonProperty("name") String name,
    @JsonProperty("title_zh") String titleZh,
    @JsonProperty("title_en") String titleEn,
    @JsonProperty("audience") String audience,
    @JsonProperty("release") String release,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("code_version") String codeVersion,
    @JsonProperty("export_definition") String exportDefinition,
    @JsonProperty("suite") String suite,
    @JsonProperty("snapshots") Map<String, String> snapshots,
    @JsonProperty("definitions") Map<String, String> definitions,
    @JsonProperty("edition_models") Map<String, Boolean> editionModels,
    @JsonProperty("synthetic") boolean synthetic,
    @JsonProperty("files") List<Entry> files) {
  static final String FILE = "manifest.json";
  static final String SUITE = "international";
  static final int FORMAT = 1;

  Manifest {
    files = List.copyOf(files);
  }

  /**
   * A file of the package.
   *
   * @param name its name in the folder
   * @param sha256 SHA-256 of its bytes
   * @param bytes its length
   * @param table the table in it; null for the README and the columns
   * @param rows how many rows of the table are in it; null without a table
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      @JsonProperty("name") String name,
      @JsonProperty("sha256") String sha256,
      @JsonProperty("bytes") long bytes,
      @JsonProperty("table") @Nullable String table,
      @JsonProperty("rows") @Nullable Long rows) {
    Entry {
      Objects.requireNonNull(name, "a file's name is missing");
      Objects.requireNonNull(sha256, "a file's sha256 is missing");
    }
  }

  static Manifest of(ExportDeclaration export, ExportFacts facts, List<Entry> files) {
    Map<String, String> snapshots = new TreeMap<>();
    facts.snapshots().forEach((table, id) -> snapshots.put(table, Long.toString(id)));
    return new Manifest(
        FORMAT,
        export.name(),
        export.titleZh(),
        export.titleEn(),
        export.audience(),
        facts.releaseId(),
        DateTimeFormatter.ISO_INSTANT.format(facts.createdAt()),
        facts.codeVersion(),
        export.contentHash(),
        SUITE,
        snapshots,
        facts.definitions(),
        facts.editionModels(),
        facts.synthetic(),
        files);
  }

  static Manifest read(byte[] bytes) throws IOException {
    Manifest read = Json.mapper().readValue(bytes, Manifest.class);
    if (read == null) {
      throw new IOException("it is empty");
    }
    return read;
  }

  byte[] bytes() {
    return ownLines(this);
  }

  /** One value per line and a line feed at the end, the same on every system. */
  static byte[] ownLines(Object value) {
    try {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      return (Json.mapper()
                  .writer(
                      new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                  .writeValueAsString(value)
              + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON form: " + value.getClass().getName(), e);
    }
  }
}
