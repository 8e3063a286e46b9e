package org.citylake.ingestion.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One delivered file in the archive.
 *
 * @param sha256 its SHA-256, its name in the archive
 * @param file name under which it came
 * @param bytes its size
 * @param path where the archive keeps it
 */
public record Delivery(String sha256, String file, long bytes, Path path) {
  /** Opens its bytes as they came; several may be open at a time. */
  public SeekableByteChannel open() {
    try {
      return Files.newByteChannel(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + file + " in the archive", e);
    }
  }
}
