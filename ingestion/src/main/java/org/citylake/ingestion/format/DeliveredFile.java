package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a delivered file. A channel rather than a path, because the archive may keep the
 * bytes sealed: whoever reads them must not need a plain copy on the disk.
 */
public interface DeliveredFile {
  /** Name under which it came. */
  String file();

  /** A channel at its first byte, to be closed; several may be open at a time. */
  SeekableByteChannel open();

  /** A file that stands there as it came. */
  static DeliveredFile at(Path path) {
    return new DeliveredFile() {
      @Override
      public String file() {
        return path.toString();
      }

      @Override
      public SeekableByteChannel open() {
        try {
          return Files.newByteChannel(path);
        } catch (IOException e) {
          throw new UncheckedIOException("Cannot open " + path, e);
        }
      }
    };
  }
}
