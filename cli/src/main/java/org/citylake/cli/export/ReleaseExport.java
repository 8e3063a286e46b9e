package org.citylake.cli.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.table.TableScan;
import org.citylake.metrics.export.ExportFacts;
import org.citylake.metrics.export.ExportPackage;
import org.citylake.metrics.export.ExportTable;
import org.citylake.metrics.export.ExportVerifier;
import org.citylake.metrics.export.SigningKeys;
import org.jspecify.annotations.Nullable;

/**
 * Writes exports of one release into {@code exports/NAME/RELEASE} of the home and verifies them.
 *
 * @param home the city's state
 * @param live the warehouse that has every snapshot
 * @param library the declarations
 * @param release what is exported
 */
public record ReleaseExport(
    Home home, LakeCatalog live, DeclarationLibrary library, Release release) {
  /**
   * Writes one export; one that is there and valid is left.
   *
   * @return its folder
   * @throws CityLakeException of kind INTERNAL when what was written does not verify
   */
  public Path write(ExportDeclaration export) {
    Path folder = home.exports().resolve(export.name()).resolve(release.releaseId());
    if (Files.isDirectory(folder) && ExportVerifier.verify(folder).valid()) {
      return folder;
    }
    Map<String, ExportTable> tables = new HashMap<>();
    for (String name : export.tables()) {
      tables.put(name, table(name));
    }
    ExportPackage.write(
        export,
        folder,
        facts(),
        tables,
        List.of(new ParquetTableWriter()),
        SigningKeys.loadOrCreate(home));
    if (!ExportVerifier.verify(folder).valid()) {
      throw new CityLakeException(
          Kind.INTERNAL,
          "The export " + folder + " does not verify: " + ExportVerifier.verify(folder).faults());
    }
    return folder;
  }

  private ExportTable table(String name) {
    DataContract contract =
        library
            .findTable(name)
            .map(TableDeclaration::contract)
            .orElseThrow(
                () -> new CityLakeException(Kind.DATA, "Cannot find the table '" + name + "'"));
    Long snapshot = release.tables().get(name);
    if (snapshot == null) {
      throw new CityLakeException(
          Kind.DATA, "Release " + release.releaseId() + " does not have the table " + name);
    }
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(live.load(name), snapshot, Expressions.alwaysTrue())) {
      return ExportTable.of(contract, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read table " + name, e);
    }
  }

  private ExportFacts facts() {
    Map<String, String> definitions = new TreeMap<>();
    library.indicators().forEach(i -> definitions.put("indicator " + i.code(), i.contentHash()));
    library.editions().forEach(e -> definitions.put("edition " + e.id(), e.contentHash()));
    library.tables().forEach(t -> definitions.put("table " + t.fullName(), t.contentHash()));
    library.sources().forEach(s -> definitions.put("source " + s.id(), s.contentHash()));
    Map<String, Boolean> models = new TreeMap<>();
    for (EditionDeclaration edition : library.editions()) {
      models.put(edition.id(), edition.model());
    }
    return new ExportFacts(
        release.releaseId(),
        release.createdAt(),
        release.codeVersion(),
        release.tables(),
        definitions,
        models,
        false,
        library.sources().stream().flatMap(s -> s.origin().stream()).distinct().toList());
  }
}
