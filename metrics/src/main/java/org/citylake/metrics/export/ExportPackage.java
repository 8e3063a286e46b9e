package org.citylake.metrics.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.metrics.export.report.ReportWriter;
import org.citylake.metrics.export.sdmx.SdmxJsonWriter;
import org.citylake.metrics.export.xlsx.XlsxWriter;

/**
 * Writes an export of one release into a folder: each table in each format, {@code columns.csv},
 * {@code README.txt}, {@code manifest.json} and {@code signature.json}. The folder appears whole or
 * not at all, and the same release, tables and key give the same bytes.
 */
public final class ExportPackage {
  private static final String COLUMNS = "columns.csv";

  private ExportPackage() {}

  /**
   * Writes the package.
   *
   * @param folder where it is to stand; a package of other content there is replaced
   * @param reference what the figures are called and by which rules they were computed
   * @param tables by full name; every table of the declaration has to be there
   * @param furtherFormats writers of the formats that need a library of their own
   * @throws CityLakeException of kind EXTERNAL when the folder cannot be written, of kind INTERNAL
   *     when a table or a writer is missing; nothing is left behind
   */
  public static void write(
      ExportDeclaration export,
      Path folder,
      ExportFacts facts,
      ExportReference reference,
      Map<String, ExportTable> tables,
      List<TableFileWriter> furtherFormats,
      SigningKey key) {
    Map<String, ContentsWriter> writers = writers(furtherFormats);
    for (String format : export.formats()) {
      find(export, "format", format, writers);
    }
    List<ExportTable> chosen =
        export.tables().stream().map(name -> find(export, "table", name, tables)).toList();
    ExportContents contents = new ExportContents(export, facts, reference, chosen);
    try {
      PackageFolder target = new PackageFolder(folder);
      try {
        List<Manifest.Entry> files = new ArrayList<>();
        for (String format : export.formats()) {
          ContentsWriter writer = find(export, "format", format, writers);
          for (WrittenFile file : writer.write(contents, target.part())) {
            files.add(
                Manifest.Entry.of(
                    key.suite(),
                    target.part().resolve(file.name()),
                    file.table().orElse(null),
                    file.table().isPresent() ? file.rows() : null));
          }
        }
        writeColumns(chosen, target.part().resolve(COLUMNS));
        files.add(Manifest.Entry.of(key.suite(), target.part().resolve(COLUMNS), null, null));
        Path readme = target.part().resolve(ReadmeText.FILE);
        Files.writeString(readme, ReadmeText.of(contents, key.suite()), StandardCharsets.UTF_8);
        files.add(Manifest.Entry.of(key.suite(), readme, null, null));
        files.sort((a, b) -> a.name().compareTo(b.name()));
        byte[] manifest = Manifest.of(key.suite(), export, facts, files).bytes();
        Files.write(target.part().resolve(Manifest.FILE), manifest);
        Files.write(
            target.part().resolve(PackageSignature.FILE),
            PackageSignature.of(key, manifest).bytes());
        List<String> names = new ArrayList<>(files.stream().map(Manifest.Entry::name).toList());
        names.add(Manifest.FILE);
        names.add(PackageSignature.FILE);
        target.publish(names);
      } catch (IOException | RuntimeException e) {
        discard(target, e);
        throw e;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot write the export '"
              + export.name()
              + "' to "
              + folder
              + ": "
              + e
              + ". Nothing was left there; free space or choose another folder, and run again",
          e);
    }
  }

  private static void discard(PackageFolder target, Exception failure) {
    try {
      target.discard();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static Map<String, ContentsWriter> writers(List<TableFileWriter> further) {
    Map<String, ContentsWriter> writers = new LinkedHashMap<>();
    List<TableFileWriter> ofTables = new ArrayList<>(further);
    ofTables.add(new CsvTableWriter());
    ofTables.add(new JsonTableWriter());
    List<ContentsWriter> all = new ArrayList<>(ofTables.stream().map(TableFiles::new).toList());
    all.add(new XlsxWriter());
    all.add(new SdmxJsonWriter());
    all.add(new ReportWriter());
    all.forEach(writer -> writers.putIfAbsent(writer.format(), writer));
    return writers;
  }

  private static <T> T find(
      ExportDeclaration export, String what, String name, Map<String, T> known) {
    T found = known.get(name);
    if (found == null) {
      throw new CityLakeException(
          Kind.INTERNAL,
          "Cannot write the export '"
              + export.name()
              + "': no "
              + what
              + " '"
              + name
              + "' among "
              + known.keySet());
    }
    return found;
  }

  private static void writeColumns(List<ExportTable> tables, Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (ExportTable table : tables) {
      for (ExportColumn column : table.columns()) {
        Map<String, String> row = new TreeMap<>();
        row.put("table", table.name());
        row.put("column", column.name());
        row.put("type", column.type());
        row.put("unit", column.unit());
        row.put("name_zh", column.nameZh());
        row.put("description", column.description());
        rows.add(row);
      }
    }
    CsvTableWriter.write(
        List.of("table", "column", "type", "unit", "name_zh", "description"), rows, file);
  }
}
