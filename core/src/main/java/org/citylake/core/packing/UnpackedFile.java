package org.citylake.core.packing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of a person's, packed by gzip (RFC 1952) or not; its first two bytes tell. */
public final class UnpackedFile {
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private UnpackedFile() {}

  /** Opens a file; what is read is unpacked. */
  public static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      bytes.mark(2);
      boolean packed = bytes.read() == FIRST && bytes.read() == SECOND;
      bytes.reset();
      return packed ? new GZIPInputStream(bytes, BUFFER) : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }
}
