package org.citylake.ingestion.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** A stream that fails at its end when size or sum are not the promised ones. */
final class ChecksummedStream extends FilterInputStream {
  private final CRC32 sum = new CRC32();
  private final long promisedSum;
  private final long promisedSize;
  private long size;

  ChecksummedStream(InputStream in, long promisedSum, long promisedSize) {
    super(in);
    this.promisedSum = promisedSum;
    this.promisedSize = promisedSize;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      sum.update(bytes, offset, count);
      size += count;
    } else if (count < 0 && (size != promisedSize || sum.getValue() != promisedSum)) {
      throw new IOException(
          size + " bytes came out where the archive promises " + promisedSize + ", or others");
    }
    return count;
  }
}
