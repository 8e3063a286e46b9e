package org.citylake.cli.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.citylake.metrics.export.Verification;
import org.citylake.metrics.export.suite.SignatureSuite;
import org.jspecify.annotations.Nullable;

/**
 * Writes exports of one release into {@code exports/NAME/RELEASE} of the home and verifies them.
 *
 * @param home the city's state
 * @param live the warehouse that has every snapshot
 * @param library the declarations
 * @param release what is exported
 * @param suite what packages are signed by
 */
public record ReleaseExport(
    Home home,
    LakeCatalog live,
    DeclarationLibrary library,
    Release release,
    SignatureSuite suite) {
  private static final String SYNTHETIC = "synthetic";

  /**
   * Writes one export; one that is there, valid and of the suite is left.
   *
   * @return its folder
   * @throws CityLakeException of kind INTERNAL when what was written does not verify
   */
  public Path write(ExportDeclaration export) {
    try (ExportLock lock = ExportLock.await(home)) {
      return writeAlone(export);
    }
  }

  private Path writeAlone(ExportDeclaration export) {
    Path folder = home.exports().resolve(export.name()).resolve(release.releaseId());
    if (Files.isDirectory(folder)) {
      Verification there = ExportVerifier.verify(folder);
      if (there.valid() && there.suite().equals(suite.name())) {
        return folder;
      }
    }
    Map<String, ExportTable> tables = new LinkedHashMap<>();
    for (String name : export.tables()) {
      tables.put(name, table(name));
    }
    ExportPackage.write(
        export,
        folder,
        facts(tables.values()),
        ReferenceNames.of(library),
        tables,
        List.of(new ParquetTableWriter()),
        SigningKeys.loadOrCreate(home, suite));
    Verification written = ExportVerifier.verify(folder);
    if (!written.valid()) {
      throw new CityLakeException(
          Kind.INTERNAL, "The export " + folder + " does not verify: " + written.faults());
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

  private ExportFacts facts(Collection<ExportTable> tables) {
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
        synthetic(tables),
        library.sources().stream().flatMap(s -> s.origin().stream()).distinct().toList());
  }

  /** Whether a value of the tables is marked as synthetic. */
  private static boolean synthetic(Collection<ExportTable> tables) {
    for (ExportTable table : tables) {
      for (Map<String, ?> row : table.rows()) {
        if (SYNTHETIC.equals(row.get("value_status")) || SYNTHETIC.equals(row.get("status"))) {
          return true;
        }
      }
    }
    return false;
  }
}
