package org.citylake.ingestion.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of unpacked bytes that ends with a refusal before it passes the limit, and that turns
 * every failure to unpack into a refusal: what is missing from a broken file cannot be told.
 */
final class BoundedStream extends FilterInputStream {
  private final DeliveredFile file;
  private final UnpackLimit limit;
  private final long packed;
  private long unpacked;

  /**
   * Bounds a stream.
   *
   * @param packed size of what is unpacked, in bytes
   */
  BoundedStream(InputStream in, DeliveredFile file, UnpackLimit limit, long packed) {
    super(in);
    this.file = file;
    this.limit = limit;
    this.packed = packed;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    int count;
    try {
      count = super.read(bytes, offset, length);
    } catch (IOException e) {
      throw RefusedFile.because(
          file,
          "it is damaged or was cut off while it was sent ("
              + RefusedFile.reason(e)
              + "): send it anew",
          e);
    }
    if (count > 0) {
      unpacked += count;
      require();
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.max(0, Math.min(count, 1 << 13))];
    return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
  }

  private void require() {
    if (unpacked > limit.bytes()) {
      throw RefusedFile.because(
          file,
          "it unpacks to more than "
              + limit.bytes()
              + " bytes: send it in parts, or raise "
              + UnpackLimit.VARIABLE);
    }
    if (unpacked > UnpackLimit.FREE && unpacked / limit.ratio() >= Math.max(1, packed)) {
      throw RefusedFile.because(
          file,
          "its "
              + packed
              + " bytes unpack to more than "
              + limit.ratio()
              + " times as many, as files made to fill a disk do: send it unpacked");
    }
  }
}
