package org.citylake.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SecretReference;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLineageSettings {
  private static final Home HOME = new Home(Path.of("/city"));

  @Test
  void withoutASettingEventsGoToAFileOfTheHome() {
    LineageSettings settings = LineageSettings.of(HOME, Map.of());

    assertThat(settings.file()).contains(Path.of("/city/lineage/events.jsonl"));
    assertThat(settings.service()).isEmpty();
    assertThat(settings.namespace()).isEqualTo("citylake");
  }

  @Test
  void offTellsNobody() {
    LineageSettings settings = LineageSettings.of(HOME, Map.of("CITYLAKE_LINEAGE", "off"));

    assertThat(settings.file()).isEmpty();
    assertThat(settings.service()).isEmpty();
  }

  @Test
  void anAddressIsTakenBesideTheFileWithAKeyByReference() {
    LineageSettings settings =
        LineageSettings.of(
            HOME,
            Map.of(
                "CITYLAKE_LINEAGE", "https://lineage.example.org",
                "CITYLAKE_LINEAGE_KEY_FILE", "/run/secrets/lineage",
                "CITYLAKE_LINEAGE_NAMESPACE", "putuo"));

    assertThat(settings.file()).isPresent();
    assertThat(settings.service()).contains(URI.create("https://lineage.example.org"));
    assertThat(settings.key()).contains(new SecretReference.File("/run/secrets/lineage"));
    assertThat(settings.namespace()).isEqualTo("putuo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "ftp://example.org", "https://key:secret@example.org", "http://"})
  void whatIsNoTargetIsRefusedWithoutShowingIt(String target) {
    assertThatThrownBy(() -> LineageSettings.of(HOME, Map.of("CITYLAKE_LINEAGE", target)))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("CITYLAKE_LINEAGE has to be file, off or an address")
        .hasMessageNotContaining("secret@");
  }

  @Test
  void aNamespaceOfOtherCharactersIsRefused() {
    assertThatThrownBy(() -> LineageSettings.of(HOME, Map.of("CITYLAKE_LINEAGE_NAMESPACE", "a b")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("CITYLAKE_LINEAGE_NAMESPACE is 'a b'");
  }
}
