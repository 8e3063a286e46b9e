package org.citylake.superset.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.citylake.superset.client.ResourceKind;
import org.junit.jupiter.api.Test;

final class TestAssetUuid {
  private final AssetUuid city = new AssetUuid("citylake");

  @Test
  void theSameKeyHasTheSameUuidAndAnotherHasAnother() {
    UUID chart = city.of(ResourceKind.CHART, "today/figure");

    assertThat(chart).isEqualTo(new AssetUuid("citylake").of(ResourceKind.CHART, "today/figure"));
    assertThat(chart).isNotEqualTo(city.of(ResourceKind.CHART, "today/ranking"));
    assertThat(chart).isNotEqualTo(city.of(ResourceKind.DATASET, "today/figure"));
    assertThat(chart.version()).isEqualTo(8);
    assertThat(chart.variant()).isEqualTo(2);
    assertThat(chart.toString()).startsWith("c171a4e0-");
  }

  @Test
  void aSiteKnowsItsOwnThingsAndNoOthers() {
    AssetUuid other = new AssetUuid("district");

    assertThat(city.made(city.of(ResourceKind.CHART, "a"))).isTrue();
    assertThat(city.made(other.of(ResourceKind.CHART, "a"))).isFalse();
    assertThat(city.made(UUID.randomUUID())).isFalse();
  }
}
