package org.citylake.superset.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citylake.access.user.Principal;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetBundle;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;
import org.junit.jupiter.api.Test;

/** What Superset gets of the shipped declarations. */
final class TestDeclaredAssets {
  private static final DeclarationLibrary LIBRARY =
      DeclarationReader.load(List.of(Path.of(System.getProperty("citylake.root"))));
  private static final AssetUuid UUIDS = new AssetUuid("citylake");
  private static final SqlConnection SQL =
      new SqlConnection(
          "127.0.0.1",
          8443,
          new Principal("superset", List.of("analyst"), ""),
          Path.of("/home/certificate.pem"));

  private final List<Asset> assets = DeclaredAssets.of(LIBRARY, UUIDS, SQL).assets();

  @Test
  void everyChartStandsOnADatasetAndADashboardAndEveryUuidIsThereOnce() {
    Set<UUID> uuids = assets.stream().map(Asset::uuid).collect(Collectors.toSet());
    assertThat(uuids).hasSameSizeAs(assets).allMatch(UUIDS::made);
    Set<String> shown =
        of(ResourceKind.DASHBOARD).stream()
            .flatMap(d -> d.content().path("position").findValuesAsText("uuid").stream())
            .collect(Collectors.toSet());
    assertThat(of(ResourceKind.CHART))
        .hasSizeGreaterThanOrEqualTo(50)
        .allMatch(c -> uuids.contains(UUID.fromString(text(c, "dataset_uuid"))))
        .allMatch(c -> shown.contains(c.uuid().toString()));
    assertThat(of(ResourceKind.DASHBOARD)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(of(ResourceKind.DATASET)).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void theConnectionReadsAloneAndHoldsNoSecret() {
    Asset database = of(ResourceKind.DATABASE).get(0);

    assertThat(text(database, "sqlalchemy_uri"))
        .isEqualTo("trino://superset:XXXXXXXXXX@127.0.0.1:8443/published");
    assertThat(database.content().path("allow_dml").asBoolean(true)).isFalse();
    // Superset 5.0 and before refuse a connection that does not say it.
    assertThat(database.content().path("allow_csv_upload").asBoolean(true)).isFalse();
    assertThat(database.content().at("/extra/engine_params/connect_args/verify").asText())
        .isEqualTo("/home/certificate.pem");
  }

  @Test
  void aMetricStandsForEachIndicatorAndAColumnForEachOfTheContract() {
    JsonNode figures = dataset("figure");
    JsonNode values = dataset("indicator_value");

    assertThat(figures.path("metrics").findValuesAsText("metric_name"))
        .hasSameSizeAs(LIBRARY.indicators())
        .contains("hotline_solved_rate");
    assertThat(values.path("columns").findValuesAsText("column_name"))
        .startsWith("indicator_code", "ref_area")
        .contains("value_status");
    assertThat(values.path("columns").findValuesAsText("verbose_name")).contains("指标代码", "数值");
  }

  @Test
  void aDashboardIsFilteredByAreaAndPeriodOverItsOwnDatasets() {
    JsonNode filters =
        of(ResourceKind.DASHBOARD).stream()
            .filter(d -> text(d, "slug").equals("citylake-today"))
            .findFirst()
            .orElseThrow()
            .content()
            .at("/metadata/native_filter_configuration");

    assertThat(filters.findValuesAsText("name"))
        .containsExactly("地区 Area", "area_zh", "时期 Period", "time_period");
    assertThat(filters.at("/1/targets/0/datasetUuid").asText())
        .isEqualTo(dataset("figure").path("uuid").asText());
  }

  @Test
  void theSameDeclarationsGiveTheSameBytes() {
    byte[] bundle = AssetBundle.write(assets);

    assertThat(AssetBundle.write(DeclaredAssets.of(LIBRARY, UUIDS, SQL).assets()))
        .isEqualTo(bundle);
    assertThat(AssetBundle.read(bundle)).containsExactlyElementsOf(assets);
  }

  private static String text(Asset asset, String field) {
    return asset.content().path(field).asText();
  }

  private JsonNode dataset(String name) {
    return of(ResourceKind.DATASET).stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow()
        .content();
  }

  private List<Asset> of(ResourceKind kind) {
    return assets.stream().filter(a -> a.kind() == kind).toList();
  }
}
