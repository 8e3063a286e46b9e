package org.citylake.ingestion.connector;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes messages as a delivery of JSON lines, each as it came but for its line breaks. */
final class DeliveryLines implements Closeable {
  private final OutputStream out;
  private long lines;

  DeliveryLines(Path file) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
  }

  /**
   * Writes a message. Line breaks become blanks: within JSON they can only stand between values,
   * and what is no JSON is refused when it is read, with the rest of its bytes.
   */
  void write(byte[] message) throws IOException {
    for (byte b : message) {
      out.write(b == '\n' || b == '\r' ? ' ' : b);
    }
    // An empty line would be no record, and an empty message is one.
    if (message.length == 0) {
      out.write("null".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    out.write('\n');
    lines++;
  }

  long lines() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
