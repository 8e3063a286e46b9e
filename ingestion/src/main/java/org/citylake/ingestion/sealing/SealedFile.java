package org.citylake.ingestion.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file sealed in chunks, so that any part of it can be read without the rest. Each chunk is bound
 * to its number, to the whole file's length and SHA-256: chunks cannot be altered, moved or cut off
 * unseen.
 *
 * <p>Form: {@code CLV1}, key version (4 bytes), length (8 bytes), then chunks of 64 KiB, each with
 * a tag of 16 bytes. The key is derived for the one file, so the chunk's number serves as nonce.
 */
public final class SealedFile {
  /** Bytes of a whole chunk before sealing. */
  static final int CHUNK_BYTES = 64 << 10;

  static final int HEADER_BYTES = 16;
  private static final byte[] MAGIC = "CLV1".getBytes(StandardCharsets.US_ASCII);

  private SealedFile() {}

  /**
   * Writes a stream sealed.
   *
   * @param sha256 of the stream's bytes, hexadecimal; the caller sees to it that it is
   * @param length of the stream in bytes
   * @throws IOException also when the stream is longer or shorter
   */
  public static void write(
      VaultKeys keys, String sha256, long length, InputStream in, OutputStream out)
      throws IOException {
    VaultKey key = keys.newest();
    byte[] secret = secret(key, sha256);
    out.write(header(key.version(), length));
    long number = 0;
    long written = 0;
    while (written < length) {
      byte[] chunk = in.readNBytes((int) Math.min(CHUNK_BYTES, length - written));
      if (chunk.length == 0) {
        break;
      }
      written += chunk.length;
      byte[] context = context(sha256, length);
      out.write(key.suite().encrypt(secret, nonce(number++), context, chunk));
    }
    if (written != length || in.read() >= 0) {
      throw new IOException("the file changed while it was read");
    }
  }

  /**
   * Opens a sealed file; reading gives the bytes as they were.
   *
   * @throws IOException when it is no sealed file or was cut off; reading throws it for altered
   *     chunks
   */
  public static SeekableByteChannel open(VaultKeys keys, String sha256, Path file)
      throws IOException {
    SeekableByteChannel sealed = Files.newByteChannel(file);
    try {
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      while (header.hasRemaining() && sealed.read(header) >= 0) {}
      if (header.hasRemaining() || !Arrays.equals(MAGIC, Arrays.copyOf(header.array(), 4))) {
        throw new IOException("it is no sealed file");
      }
      long length = header.getLong(8);
      VaultKey key = keys.key(header.getInt(4), "the delivery " + sha256);
      if (sealed.size() != sealedSize(length)) {
        throw new IOException("it was cut off or has bytes behind its end");
      }
      return new SealedChannel(sealed, key, secret(key, sha256), sha256, length);
    } catch (IOException | RuntimeException e) {
      sealed.close();
      throw e;
    }
  }

  /** Whether the bytes of a file begin as those of a sealed one. */
  public static boolean isSealed(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  static byte[] nonce(long number) {
    return ByteBuffer.allocate(CipherSuite.NONCE_BYTES).putLong(4, number).array();
  }

  static byte[] context(String sha256, long length) {
    byte[] name = sha256.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(name.length + Long.BYTES).put(name).putLong(length).array();
  }

  private static byte[] secret(VaultKey key, String sha256) {
    return key.derived("file/" + sha256);
  }

  private static byte[] header(int version, long length) {
    return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(version).putLong(length).array();
  }

  private static long sealedSize(long length) {
    long chunks = (length + CHUNK_BYTES - 1) / CHUNK_BYTES;
    return HEADER_BYTES + length + chunks * SealedChannel.TAG_BYTES;
  }
}
