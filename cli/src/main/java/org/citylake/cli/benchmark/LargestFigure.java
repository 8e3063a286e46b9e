package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.dashboard.store.PageStore;
import org.citylake.dashboard.store.PageStores;

/** The indicator whose document is the largest: the page's hardest figure. */
final class LargestFigure {
  private LargestFigure() {}

  /** Its code in the home's newest release. */
  static String of(Home home) throws IOException {
    PageStore store =
        new PageStores(home)
            .all().stream()
                .findFirst()
                .orElseThrow(
                    () ->
                        new CityLakeException(
                            Kind.USER, "There is no release yet: run ./citylake demo --once"));
    JsonNode indicators =
        Json.mapper().readTree(store.find("indicators.json").orElseThrow()).path("indicators");
    return Stream.iterate(0, i -> i < indicators.size(), i -> i + 1)
        .map(i -> indicators.get(i).path("code").asText())
        .max(Comparator.comparing((String code) -> size(store, code)).thenComparing(code -> code))
        .orElseThrow();
  }

  private static long size(PageStore store, String code) {
    try {
      return Files.size(store.folder().resolve("indicators").resolve(code + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + store.folder(), e);
    }
  }
}
