package org.citylake.dashboard.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;

/**
 * The stores of a home, one folder per release under {@code releases/}.
 *
 * @param home the city's state
 */
public record PageStores(Home home) {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]{0,63}");

  /** Whether the text has the form of a release's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The store of that release, if it was written whole. */
  public Optional<PageStore> find(String release) {
    Path folder = home.releases().resolve(release);
    return isId(release) && Files.isRegularFile(folder.resolve("release.json"))
        ? Optional.of(new PageStore(release, folder))
        : Optional.empty();
  }

  /** All stores, the newest first, by the time at which the release was made, then by id. */
  public List<PageStore> all() {
    if (!Files.isDirectory(home.releases())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(home.releases())) {
      return folders
          .map(folder -> find(folder.getFileName().toString()))
          .flatMap(Optional::stream)
          .sorted(
              Comparator.comparing(PageStores::createdAt)
                  .thenComparing(PageStore::release)
                  .reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + home.releases(), e);
    }
  }

  private static String createdAt(PageStore store) {
    try {
      JsonNode release =
          Json.mapper().readTree(store.find("release.json").orElseGet(() -> new byte[] {'{', '}'}));
      return release.path("created_at").asText();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the store " + store.folder(), e);
    }
  }
}
