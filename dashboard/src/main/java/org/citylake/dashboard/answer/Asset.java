package org.citylake.dashboard.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.citylake.core.json.ContentHash;

/** Bytes that are served again and again: packed and hashed once. */
public final class Asset {
  private final byte[] bytes;
  private final byte[] packed;
  private final String contentType;
  private final String etag;

  private Asset(byte[] bytes, byte[] packed, String contentType, String etag) {
    this.bytes = bytes;
    this.packed = packed;
    this.contentType = contentType;
    this.etag = etag;
  }

  /**
   * An asset whose ETag is the version and the hash of its bytes.
   *
   * @param version what the asset belongs to: a release's id, or the page's own files
   */
  public static Asset of(String version, String contentType, byte[] bytes) {
    return new Asset(
        bytes,
        pack(bytes),
        contentType,
        '"' + version + '-' + ContentHash.of(bytes).substring(0, 16) + '"');
  }

  byte[] bytes() {
    return bytes;
  }

  byte[] packed() {
    return packed;
  }

  String contentType() {
    return contentType;
  }

  String etag() {
    return etag;
  }

  private static byte[] pack(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
