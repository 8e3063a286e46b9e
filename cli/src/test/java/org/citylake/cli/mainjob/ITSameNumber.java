package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.cli.state.Lake;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.json.Json;
import org.citylake.dashboard.server.DashboardServer;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value of an indicator is the same number wherever somebody meets it. */
class ITSameNumber {
  private static final int ASKED = 500;
  private static final String TABLE = "metric.indicator_value";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final SharedHome shared = SharedHome.get();

  @Test
  void fiveHundredValuesAreTheSameInApiTableExportAndSql() throws Exception {
    SqlJava.require();
    Map<String, String> table = table();
    Map<String, String> export =
        rows(Files.readString(shared.export("city_figures").resolve(TABLE + ".csv")));
    Map<String, String> sql =
        rows(
            CommandRun.of(
                    shared.home(),
                    "sql",
                    "--format",
                    "csv",
                    "SELECT indicator_code, ref_area, ref_area_valid_from, time_period, value FROM "
                        + TABLE)
                .expect(0)
                .out());
    List<String> keys = new ArrayList<>(table.keySet());
    Collections.shuffle(keys, new Random(5));
    List<String> asked = keys.subList(0, Math.min(ASKED, keys.size()));
    List<String> differences = new ArrayList<>();
    DeclarationLibrary library =
        DeclarationReader.read(List.of(CommandRun.ROOT.resolve("lakehouse"))).library();
    try (DashboardServer page =
        DashboardServer.start(shared.home(), library, 0, () -> Optional.of(shared.release()))) {
      for (String key : asked) {
        List<String> values =
            List.of(
                String.valueOf(table.get(key)),
                String.valueOf(api(page.uri(), key)),
                String.valueOf(export.get(key)),
                String.valueOf(sql.get(key)));
        if (values.stream().distinct().count() > 1) {
          differences.add(key + " " + values);
        }
      }
    }

    assertThat(asked).hasSize(ASKED);
    assertThat(differences).isEmpty();
  }

  private @Nullable String api(URI page, String key) throws Exception {
    String[] parts = key.split("\\|", -1);
    URI address =
        page.resolve(
            "api/v1/values?indicator=%s&ref_area=%s&period=%s"
                .formatted(parts[0], parts[1], parts[3]));
    String body =
        CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    for (JsonNode value : Json.mapper().readTree(body).path("values")) {
      if (value.path("ref_area_valid_from").asText("").equals(parts[2])
          || (value.path("ref_area_valid_from").isNull() && parts[2].isEmpty())) {
        return plain(value.path("value").isNull() ? null : value.path("value").decimalValue());
      }
    }
    return "not there: " + body;
  }

  private Map<String, String> table() throws IOException {
    Map<String, String> values = new TreeMap<>();
    try (Lake lake = Lake.attachOrStart(shared.home());
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      Release release = new ReleaseReader(live).find(shared.release()).orElseThrow();
      try (CloseableIterable<Map<String, @Nullable Object>> rows =
          TableScan.rows(
              live.load(TABLE),
              java.util.Objects.requireNonNull(release.tables().get(TABLE)),
              Expressions.alwaysTrue())) {
        rows.forEach(
            row ->
                values.put(
                    key(
                        row.get("indicator_code"),
                        row.get("ref_area"),
                        row.get("ref_area_valid_from"),
                        row.get("time_period")),
                    plain((BigDecimal) row.get("value"))));
      }
    }
    return values;
  }

  private static Map<String, String> rows(String csv) throws IOException {
    Map<String, String> values = new TreeMap<>();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        String value = row.getOrDefault("value", "");
        values.put(
            key(
                row.get("indicator_code"),
                row.get("ref_area"),
                row.get("ref_area_valid_from"),
                row.get("time_period")),
            plain(value.isEmpty() ? null : new BigDecimal(value)));
      }
    }
    return values;
  }

  private static String key(@Nullable Object... parts) {
    List<String> texts = new ArrayList<>();
    for (Object part : parts) {
      texts.add(part == null ? "" : part.toString());
    }
    return String.join("|", texts);
  }

  /** The same number has the same text, however many zeros it was written with. */
  private static String plain(@Nullable BigDecimal value) {
    return value == null ? "" : value.stripTrailingZeros().toPlainString();
  }
}
