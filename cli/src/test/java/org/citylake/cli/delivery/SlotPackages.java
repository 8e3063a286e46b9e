package org.citylake.cli.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.declaration.ExportSchedule;
import org.citylake.core.schedule.CatchUp;
import org.citylake.metrics.export.ExportColumn;
import org.citylake.metrics.export.ExportFacts;
import org.citylake.metrics.export.ExportPackage;
import org.citylake.metrics.export.ExportReference;
import org.citylake.metrics.export.ExportTable;
import org.citylake.metrics.export.SigningKey;
import org.citylake.metrics.export.suite.SignatureSuite;

/** Small real packages, signed. */
public final class SlotPackages {
  private static final SigningKey KEY = SigningKey.newOf(SignatureSuite.INTERNATIONAL);
  private static final int ROWS = 200;

  private SlotPackages() {}

  /** An export on the first of each month at 8 in Shanghai. */
  public static ExportDeclaration export(CatchUp catchUp, ExportDestination... destinations) {
    return new ExportDeclaration(
        "figures",
        "数据",
        "Figures",
        "Everyone",
        List.of("metric.indicator_value"),
        List.of("csv", "json"),
        Optional.of(new ExportSchedule("0 8 1 * *", "Asia/Shanghai", catchUp)),
        List.of(destinations),
        Path.of("export"),
        "e".repeat(64));
  }

  /** Writes the package of a release into a folder. */
  public static Path write(Path folder, ExportDeclaration export, String release) {
    ExportTable table =
        new ExportTable(
            "metric.indicator_value",
            "指标值",
            "Indicator value",
            List.of(
                new ExportColumn("ref_area", "string", "地区", "", ""),
                new ExportColumn("value", "double", "数值", "", "")),
            Stream.iterate(0, i -> i + 1)
                .limit(ROWS)
                .map(i -> Map.of("ref_area", "310101", "value", (double) i))
                .toList());
    ExportPackage.write(
        export,
        folder,
        new ExportFacts(
            release,
            OffsetDateTime.parse("2016-11-21T08:00:00+08:00"),
            "0.1.0",
            Map.of("metric.indicator_value", 1L),
            Map.of(),
            Map.of(),
            false,
            List.of()),
        ExportReference.NONE,
        Map.of(table.name(), table),
        List.of(),
        KEY);
    return folder;
  }

  /** The package of a release for a slot. */
  public static SlotPackage slot(Path home, String release, String slot) {
    Path folder = home.resolve("exports/figures").resolve(release);
    write(folder, export(CatchUp.LATEST), release);
    return new SlotPackage("figures", Instant.parse(slot), folder);
  }

  /** Paths below a folder, hidden ones too. */
  public static List<String> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(p -> !p.equals(folder))
          .map(p -> folder.relativize(p).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
