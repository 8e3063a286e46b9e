package org.citylake.metrics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.json.ContentHash;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestExportPackage {
  @TempDir Path home = Path.of("");

  private Path folder() {
    return home.resolve("exports/city_figures/20161121-0a1b2c3d");
  }

  private static Map<String, String> hashes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Map<String, String> hashes = new TreeMap<>();
      files.forEach(f -> hashes.put(f.getFileName().toString(), ContentHash.of(f)));
      return hashes;
    }
  }

  @Test
  void everyTableComesInEveryFormatWithItsColumnsAndIsValid() throws IOException {
    Packages.write(
        folder(),
        List.of(new Packages.HandedIn("parquet", false)),
        Packages.declaration("csv", "json", "parquet"));

    assertThat(hashes(folder()))
        .containsOnlyKeys(
            "README.txt",
            "columns.csv",
            "manifest.json",
            "metric.indicator_value.csv",
            "metric.indicator_value.json",
            "metric.indicator_value.parquet",
            "signature.json");
    assertThat(ExportVerifier.verify(folder()).faults()).isEmpty();
    assertThat(ExportVerifier.verify(folder()).files()).isEqualTo(7);
    assertThat(Files.readString(folder().resolve("columns.csv")))
        .contains(
            "metric.indicator_value,value,\"decimal(38,10)\",percent,数值,\"value, exact\"\r\n");
    assertThat(Files.readString(folder().resolve("README.txt")))
        .contains("城市指标", "plan_attainment/2015 (本平台的模型，不是官方指数)", "a model of this platform")
        .contains("Synthetic data: none", "上海市宝山区人民政府", "Plain facts", "(assumed)");
  }

  @Test
  void csvIsQuotedPlainAndRunsNoFormula() throws IOException {
    Packages.write(folder());

    assertThat(Files.readString(folder().resolve("metric.indicator_value.csv")))
        .isEqualTo(
            """
            ref_area,value,comparison,evidence,input_snapshots,known_from\r
            310106,26421.1,=,"[""t?a=1,\\""x\\"\"\"\"]","{""city.observation"":""9007199254740993""}",2016-01-01T00:00:00Z\r
            310113,5,'=HYPERLINK(1),[],"{""city.observation"":""9007199254740993""}",2016-01-01T00:00:00Z\r
            310115,,"","[""一"",""二""]","{""city.observation"":""9007199254740993""}",2016-01-01T00:00:00Z\r
            """);
  }

  @Test
  void jsonHasEveryColumnAndTheTextsAsTheyAre() throws IOException {
    Packages.write(folder());

    JsonNode json =
        Json.mapper().readTree(folder().resolve("metric.indicator_value.json").toFile());
    assertThat(json.at("/rows")).hasSize(3);
    assertThat(json.at("/rows/0/value").decimalValue()).isEqualByComparingTo("26421.1");
    assertThat(json.at("/rows/1/comparison").asText()).isEqualTo("=HYPERLINK(1)");
    assertThat(json.at("/rows/2/value").isNull()).isTrue();
    assertThat(json.at("/rows/2/comparison").asText()).isEmpty();
    assertThat(json.at("/rows/0/input_snapshots/city.observation").asText())
        .isEqualTo("9007199254740993");
    assertThat(json.at("/columns/1/name_zh").asText()).isEqualTo("数值");
  }

  @Test
  void theManifestSaysWhatThePackageRestsOn() throws IOException {
    Packages.write(folder());

    JsonNode manifest = Json.mapper().readTree(folder().resolve("manifest.json").toFile());
    assertThat(manifest.at("/release").asText()).isEqualTo("20161121-0a1b2c3d");
    assertThat(manifest.at("/created_at").asText()).isEqualTo("2016-11-21T00:00:00Z");
    assertThat(manifest.at("/suite").asText()).isEqualTo("international");
    assertThat(manifest.at("/snapshots/metric.indicator_value").asText())
        .isEqualTo("9007199254740993");
    assertThat(manifest.at("/edition_models/plan_attainment~12015").asBoolean()).isTrue();
    assertThat(manifest.at("/synthetic").asBoolean()).isFalse();
    assertThat(manifest.at("/files/2/name").asText()).isEqualTo("metric.indicator_value.csv");
    assertThat(manifest.at("/files/2/rows").asInt()).isEqualTo(3);
    assertThat(manifest.at("/files/2/bytes").asLong())
        .isEqualTo(Files.size(folder().resolve("metric.indicator_value.csv")));
  }

  @Test
  void theSameReleaseGivesTheSameBytesAndAnAlteredPackageIsReplaced() throws IOException {
    Packages.write(folder());
    Map<String, String> first = hashes(folder());
    Object inode = Files.getAttribute(folder(), "lastModifiedTime");

    Packages.write(folder());
    assertThat(hashes(folder())).isEqualTo(first);
    assertThat(Files.getAttribute(folder(), "lastModifiedTime")).isEqualTo(inode);

    Files.writeString(folder().resolve("README.txt"), "altered");
    Files.createDirectory(folder().resolve("more"));
    Packages.write(folder());
    assertThat(hashes(folder())).isEqualTo(first);
    try (Stream<Path> beside = Files.list(folder().resolveSibling("."))) {
      assertThat(beside).hasSize(1);
    }
  }

  @Test
  void whatAKilledExportLeftBehindIsCleared() throws IOException {
    Path left = Files.createDirectories(folder().resolveSibling(".20161121-0a1b2c3d.part"));
    Files.writeString(left.resolve("half.csv"), "ref_ar");

    Packages.write(folder());

    assertThat(left).doesNotExist();
    assertThat(ExportVerifier.verify(folder()).valid()).isTrue();
  }

  @Test
  void aFullDiskLeavesNothingAndKeepsWhatWasThere() throws IOException {
    Packages.write(folder());
    Map<String, String> before = hashes(folder());

    assertThatThrownBy(
            () ->
                Packages.write(
                    folder(),
                    List.of(new Packages.HandedIn("parquet", true)),
                    Packages.declaration("csv", "parquet")))
        .isInstanceOfSatisfying(
            CityLakeException.class,
            e -> assertThat(e.kind()).isEqualTo(CityLakeException.Kind.EXTERNAL))
        .hasMessageContaining("Cannot write the export 'city_figures' to " + folder())
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("Nothing was left there");

    assertThat(hashes(folder())).isEqualTo(before);
    assertThat(folder().resolveSibling(".20161121-0a1b2c3d.part")).doesNotExist();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(home.resolve("occupied"), "a file, no folder");

    assertThatThrownBy(() -> Packages.write(file.resolve("x")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aFormatWithoutAWriterIsNamedBeforeAnythingIsWritten() {
    assertThatThrownBy(
            () -> Packages.write(folder(), List.of(), Packages.declaration("csv", "ods")))
        .hasMessage(
            "Cannot write the export 'city_figures': no format 'ods' among [csv, json, xlsx,"
                + " sdmx-json, report]");
    assertThat(folder().getParent()).doesNotExist();
  }

  @Test
  void aNumberThatIsNotFiniteIsRefused() {
    ExportTable table =
        new ExportTable(
            "metric.indicator_value",
            "",
            "",
            List.of(new ExportColumn("score", "double", "", "", "")),
            List.of(Map.of("score", Double.NaN)));

    assertThatThrownBy(
            () ->
                ExportPackage.write(
                    Packages.declaration("csv"),
                    folder(),
                    Packages.facts(),
                    ExportReference.NONE,
                    Map.of(table.name(), table),
                    List.of(),
                    Packages.KEY))
        .hasMessage("Cannot export the number NaN: a missing value has to be null");
    assertThat(folder().resolveSibling(".20161121-0a1b2c3d.part")).doesNotExist();
  }
}
