package org.citylake.ingestion.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.Packing;

/** The bytes of a delivered text file, unpacked while they are read. */
final class DeliveredBytes {
  private static final int BUFFER = 1 << 16;

  private DeliveredBytes() {}

  /**
   * Opens a file, which has to be packed as agreed and in no other way.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when it is not
   */
  static InputStream open(DeliveredFile file, Packing packing, UnpackLimit limit) {
    SeekableByteChannel channel = file.open();
    try {
      Compression found = compression(channel);
      if (found != packing.compression()) {
        throw RefusedFile.because(file, otherwisePacked(found, packing.compression()));
      }
      return switch (packing.compression()) {
        case NONE -> Channels.newInputStream(channel);
        case GZIP ->
            new BoundedStream(
                GzipCompressorInputStream.builder()
                    .setInputStream(
                        new BufferedInputStream(Channels.newInputStream(channel), BUFFER))
                    .setDecompressConcatenated(true)
                    .get(),
                file,
                limit,
                channel.size());
        case ZIP -> closing(zip(file, packing, limit, channel), channel);
      };
    } catch (IOException e) {
      close(channel);
      throw RefusedFile.because(
          file, "it is damaged (" + RefusedFile.reason(e) + "): send it anew", e);
    } catch (RuntimeException e) {
      close(channel);
      throw e;
    }
  }

  /** How the file is packed, by its first bytes; the channel stands at its start again. */
  static Compression compression(SeekableByteChannel channel) throws IOException {
    byte[] first = firstBytes(channel, 4);
    if (first[0] == 0x1F && first[1] == (byte) 0x8B) {
      return Compression.GZIP;
    }
    boolean zip =
        first[0] == 'P'
            && first[1] == 'K'
            && ((first[2] == 3 && first[3] == 4) || (first[2] == 5 && first[3] == 6));
    return zip ? Compression.ZIP : Compression.NONE;
  }

  /** The first bytes, zeros behind the file's end; the channel stands at its start again. */
  static byte[] firstBytes(SeekableByteChannel channel, int count) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(count);
    channel.position(0);
    while (first.hasRemaining() && channel.read(first) >= 0) {
      // A channel may give less than what was asked for.
    }
    channel.position(0);
    return first.array();
  }

  private static InputStream zip(
      DeliveredFile file, Packing packing, UnpackLimit limit, SeekableByteChannel channel) {
    ZipDelivery zip = ZipDelivery.open(file, channel);
    return zip.stream(zip.entry(packing.entry()), limit);
  }

  private static InputStream closing(InputStream in, SeekableByteChannel channel) {
    return new FilterInputStream(in) {
      @Override
      public void close() throws IOException {
        super.close();
        channel.close();
      }
    };
  }

  private static String otherwisePacked(Compression found, Compression agreed) {
    return "it is "
        + name(found)
        + " where the contract's format says compression: "
        + agreed.name().toLowerCase(Locale.ROOT)
        + "; send it as agreed, or correct the contract";
  }

  private static String name(Compression compression) {
    return switch (compression) {
      case NONE -> "not packed";
      case GZIP -> "a gzip file";
      case ZIP -> "a zip archive";
    };
  }

  private static void close(SeekableByteChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
