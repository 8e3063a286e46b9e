package org.citylake.ingestion.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a {@link SealedFile}, opened chunk by chunk. Not safe for several threads. */
final class SealedChannel implements SeekableByteChannel {
  static final int TAG_BYTES = 16;

  private final SeekableByteChannel sealed;
  private final VaultKey key;
  private final byte[] secret;
  private final String sha256;
  private final long length;
  private long position;
  private long openNumber = -1;
  private byte[] openChunk = new byte[0];

  SealedChannel(
      SeekableByteChannel sealed, VaultKey key, byte[] secret, String sha256, long length) {
    this.sealed = sealed;
    this.key = key;
    this.secret = secret;
    this.sha256 = sha256;
    this.length = length;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (position >= length) {
      return -1;
    }
    int before = target.remaining();
    while (target.hasRemaining() && position < length) {
      byte[] chunk = chunk(position / SealedFile.CHUNK_BYTES);
      int from = (int) (position % SealedFile.CHUNK_BYTES);
      int count = Math.min(target.remaining(), chunk.length - from);
      target.put(chunk, from, count);
      position += count;
    }
    return before - target.remaining();
  }

  private byte[] chunk(long number) throws IOException {
    if (number != openNumber) {
      long start = number * SealedFile.CHUNK_BYTES;
      int plain = (int) Math.min(SealedFile.CHUNK_BYTES, length - start);
      ByteBuffer bytes = ByteBuffer.allocate(plain + TAG_BYTES);
      sealed.position(SealedFile.HEADER_BYTES + start + number * TAG_BYTES);
      while (bytes.hasRemaining() && sealed.read(bytes) >= 0) {}
      openChunk =
          key.suite()
              .decrypt(
                  secret,
                  SealedFile.nonce(number),
                  SealedFile.context(sha256, length),
                  bytes.array())
              .orElseThrow(
                  () ->
                      new IOException(
                          "chunk "
                              + number
                              + " of the sealed delivery "
                              + sha256
                              + " was altered, or the key is another one"));
      openNumber = number;
    }
    return openChunk;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public boolean isOpen() {
    return sealed.isOpen();
  }

  @Override
  public void close() throws IOException {
    sealed.close();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }
}
