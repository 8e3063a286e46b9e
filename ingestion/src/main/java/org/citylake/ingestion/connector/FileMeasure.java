package org.citylake.ingestion.connector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What control files say about a file. */
final class FileMeasure {
  private FileMeasure() {}

  /** Number of lines without the header. */
  static String rows(Path file) throws IOException {
    long lines = 0;
    int last = '\n';
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          lines++;
        }
        last = b;
      }
    }
    return Long.toString(Math.max(0, lines + (last == '\n' ? 0 : 1) - 1));
  }

  /** The digest in hexadecimal digits. MD5 is what agencies send: it shows damage, not malice. */
  static String digest(Path file, String algorithm) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance(algorithm))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
