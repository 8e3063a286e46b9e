package org.citylake.dashboard.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;

/** Writes the documents of a release whole or not at all: into a folder beside, then moved. */
public final class StoreWriter {
  private StoreWriter() {}

  /**
   * Writes the store of a release; one that is there already is replaced.
   *
   * @param documents path below the store to a value with a JSON form
   * @return the store's folder
   */
  public static Path write(Home home, String release, Map<String, Object> documents) {
    Path folder = home.releases().resolve(release);
    Path unfinished = home.releases().resolve("." + release + ".unfinished");
    Path old = home.releases().resolve("." + release + ".old");
    try {
      delete(unfinished);
      delete(old);
      Files.createDirectories(unfinished);
      for (Map.Entry<String, Object> document : documents.entrySet()) {
        Path file = unfinished.resolve(document.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, (Json.line(document.getValue()) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      if (Files.exists(folder)) {
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
      return folder;
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot write the page's store "
              + folder
              + ": "
              + e.getMessage()
              + "; make room on the disk or set its permissions, then publish again",
          e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
