package org.citylake.metrics.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.json.Json;
import org.citylake.metrics.export.suite.SignatureSuite;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: what the package is and every file of it. Keys are sorted, ids are text.
 *
 * @param format version of this layout, 1
 * @param name the export's name
 * @param suite the algorithm suite: international is SHA-256 and Ed25519, sm is SM3 and SM2
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
  static final int FORMAT = 1;

  Manifest {
    files = List.copyOf(files);
  }

  /**
   * A file of the package.
   *
   * @param name its name in the folder
   * @param sha256 SHA-256 of its bytes; in the suite international
   * @param sm3 SM3 of its bytes; in the suite sm
   * @param bytes its length
   * @param table the table in it; null for the README and the columns
   * @param rows how many rows of the table are in it; null without a table
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      @JsonProperty("name") String name,
      @JsonProperty("sha256") @Nullable String sha256,
      @JsonProperty("sm3") @Nullable String sm3,
      @JsonProperty("bytes") long bytes,
      @JsonProperty("table") @Nullable String table,
      @JsonProperty("rows") @Nullable Long rows) {
    Entry {
      Objects.requireNonNull(name, "a file's name is missing");
      if ((sha256 == null) == (sm3 == null)) {
        throw new IllegalArgumentException("a file needs one digest");
      }
    }

    static Entry of(SignatureSuite suite, Path file, @Nullable String table, @Nullable Long rows)
        throws IOException {
      String digest = suite.digest(file);
      boolean sm = suite.equals(SignatureSuite.SM);
      return new Entry(
          file.getFileName().toString(),
          sm ? null : digest,
          sm ? digest : null,
          Files.size(file),
          table,
          rows);
    }

    /** The digest that the suite asks for; null when the entry has another. */
    @Nullable String digest(SignatureSuite suite) {
      return suite.equals(SignatureSuite.SM) ? sm3 : sha256;
    }
  }

  static Manifest of(
      SignatureSuite suite, ExportDeclaration export, ExportFacts facts, List<Entry> files) {
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
        suite.name(),
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
