package org.citylake.ingestion.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.ingestion.format.DeliveredFile;

/**
 * One delivered file.
 *
 * @param sha256 its SHA-256, its name in the archive
 * @param file name under which it came
 * @param bytes its size
 * @param path where it stands; sealed in the archive of a source with personal data
 * @param opener opens its bytes as they came
 */
public record Delivery(String sha256, String file, long bytes, Path path, Opener opener)
    implements DeliveredFile {
  /** Opens the bytes of a file. */
  @FunctionalInterface
  public interface Opener {
    /** A channel at the file's first byte. */
    SeekableByteChannel open() throws IOException;
  }

  /** A file that stands there as it came. */
  public static Delivery plain(String sha256, String file, long bytes, Path path) {
    return new Delivery(sha256, file, bytes, path, () -> Files.newByteChannel(path));
  }

  @Override
  public SeekableByteChannel open() {
    try {
      return opener.open();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + file + " at " + path, e);
    }
  }
}
