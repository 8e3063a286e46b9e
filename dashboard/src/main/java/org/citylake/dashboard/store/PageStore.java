package org.citylake.dashboard.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The documents of one release, read-only.
 *
 * @param release the release's id
 * @param folder the store's folder
 */
public record PageStore(String release, Path folder) {

  /** The bytes of a document, UTF-8 JSON, if the release has it. Never leaves the folder. */
  public Optional<byte[]> find(String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
