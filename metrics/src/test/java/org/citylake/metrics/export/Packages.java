package org.citylake.metrics.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.Origin;
import org.citylake.metrics.export.suite.SignatureSuite;
import org.jspecify.annotations.Nullable;

/** Builds packages for tests. */
final class Packages {
  static final SigningKey KEY = newKey();

  private Packages() {}

  static SigningKey newKey() {
    return SigningKey.newOf(SignatureSuite.INTERNATIONAL);
  }

  static ExportDeclaration declaration(String... formats) {
    return new ExportDeclaration(
        "city_figures",
        "城市指标",
        "City figures",
        "Everyone",
        List.of("metric.indicator_value"),
        List.of(formats),
        Optional.empty(),
        List.of(),
        Path.of("export"),
        "e".repeat(64));
  }

  static ExportFacts facts() {
    return new ExportFacts(
        "20161121-0a1b2c3d",
        OffsetDateTime.parse("2016-11-21T08:00:00+08:00"),
        "0.1.0",
        Map.of("metric.indicator_value", 9007199254740993L),
        Map.of("indicator population_density", "d".repeat(64)),
        Map.of("plan_attainment/2015", true),
        false,
        List.of(
            new Origin(
                "上海市宝山区人民政府",
                "宝山区智慧城市规划",
                "Baoshan 2016",
                "Plain facts",
                "",
                "https://example.org/plan",
                LocalDate.parse("2026-11-20"),
                List.of("Hours are hour-beginning (assumed)"),
                List.of())));
  }

  static ExportTable table() {
    List<Map<String, Object>> rows =
        List.of(
            row("310106", new BigDecimal("26421.1000000000"), "=", List.of("t?a=1,\"x\"")),
            row("310113", new BigDecimal("5.0000000000"), "=HYPERLINK(1)", List.of()),
            row("310115", null, "", List.of("一", "二")));
    return new ExportTable(
        "metric.indicator_value",
        "指标值",
        "Indicator value",
        List.of(
            new ExportColumn("ref_area", "string", "地区", "GB/T 2260 code", ""),
            new ExportColumn("value", "decimal(38,10)", "数值", "value, exact", "percent"),
            new ExportColumn("comparison", "string", "比较符", "= > <", ""),
            new ExportColumn("evidence", "list<string>", "证据", "selectors", ""),
            new ExportColumn("input_snapshots", "map<string,long>", "快照", "ids", ""),
            new ExportColumn("known_from", "timestamptz", "获知时间", "UTC", "")),
        rows);
  }

  private static Map<String, Object> row(
      String area, @Nullable BigDecimal value, String comparison, List<String> evidence) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ref_area", area);
    if (value != null) {
      row.put("value", value);
    }
    row.put("comparison", comparison);
    row.put("evidence", evidence);
    row.put("input_snapshots", Map.of("city.observation", 9007199254740993L));
    row.put("known_from", OffsetDateTime.parse("2016-01-01T00:00Z"));
    return row;
  }

  static void write(Path folder) {
    write(folder, List.of(), declaration("csv", "json"));
  }

  static void write(Path folder, List<TableFileWriter> further, ExportDeclaration declaration) {
    write(folder, further, declaration, KEY);
  }

  static void write(
      Path folder, List<TableFileWriter> further, ExportDeclaration declaration, SigningKey key) {
    ExportPackage.write(
        declaration,
        folder,
        facts(),
        ExportReference.NONE,
        Map.of("metric.indicator_value", table()),
        further,
        key);
  }

  /** A writer of a format that is handed in; it fails after some bytes when told so. */
  record HandedIn(String format, boolean diskFull) implements TableFileWriter {
    @Override
    public long write(ExportTable table, Path file) throws IOException {
      Files.writeString(file, "PAR1");
      if (diskFull) {
        throw new IOException("No space left on device");
      }
      return 3;
    }
  }
}
