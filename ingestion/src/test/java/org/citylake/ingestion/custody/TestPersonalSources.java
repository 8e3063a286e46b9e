package org.citylake.ingestion.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.quality.DeliveryRules;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped source with personal columns asks of a whole delivery. */
class TestPersonalSources {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  static Stream<String> personal() {
    return Shipped.library().sources().stream()
        .filter(source -> source.contract().personalData().isPresent())
        .map(SourceDeclaration::id);
  }

  @ParameterizedTest
  @MethodSource("personal")
  void deliveryWithoutARowStops(String id) throws IOException {
    SourceDeclaration source = Shipped.source(id);
    String header =
        source.contract().properties().stream()
            .map(ContractProperty::physicalName)
            .collect(Collectors.joining(String.valueOf(source.format().delimiter())));
    String encoding = source.format().encoding();
    Path file =
        Files.writeString(
            folder.resolve("empty.csv"),
            header + "\n",
            Charset.forName(encoding.startsWith("GB18030") ? "GB18030" : encoding));
    Home home = new Home(folder.resolve("home"));
    MemoryStore store = new MemoryStore();
    Loader loader =
        new Loader(store, home, Shipped.library(), VaultKeyFile.of(home, Map.of(), CLOCK), CLOCK);

    assertThatThrownBy(() -> loader.load(source, file, LocalDate.of(2026, 10, 31)))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("not-empty: 0 records arrived, and rowCount mustBeGreaterThan 0");
    assertThat(store.commits()).isZero();
  }

  @ParameterizedTest
  @MethodSource("personal")
  void registerOfAnotherSizeThanUsualIsWarnedOf(String id) {
    SourceDeclaration source = Shipped.source(id);
    DeliveryRules rules = new DeliveryRules(source.contract(), List.of(10L, 10L, 10L));
    for (int i = 0; i < 6; i++) {
      rules.see(Map.of());
    }
    boolean whole = source.format().delivery() == SourceDeclaration.Delivery.FULL;

    assertThat(rules.finish().stream().map(Finding::rule).filter("usual-volume"::equals))
        .hasSize(whole ? 1 : 0);
  }
}
