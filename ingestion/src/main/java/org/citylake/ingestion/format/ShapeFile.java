package org.citylake.ingestion.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The .shp file of a shapefile: a header and records of one geometry each, which are handed on as
 * they stand. Source: ESRI Shapefile Technical Description, July 1998.
 */
final class ShapeFile implements Closeable {
  private static final int HEADER = 100;
  private static final int RECORD_HEADER = 8;
  private static final int FILE_CODE = 9994;
  private static final int LENGTH_AT = 24;

  /** Lengths are told in words of 16 bits. */
  private static final int WORD = 2;

  private final DeliveredFile file;
  private final InputStream in;
  private final long length;
  private long position = HEADER;

  private ShapeFile(DeliveredFile file, InputStream in, long length) {
    this.file = file;
    this.in = in;
    this.length = length;
  }

  /**
   * Reads the header.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when it is none
   */
  static ShapeFile open(DeliveredFile file, InputStream in) {
    try {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
      if (header.remaining() < HEADER || header.getInt(0) != FILE_CODE) {
        throw RefusedFile.because(
            file, "its .shp is no file of geometries by ESRI's description: send it anew");
      }
      return new ShapeFile(file, in, (long) WORD * header.getInt(LENGTH_AT));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
  }

  /**
   * The next geometry's bytes, little-endian and beginning with its kind; empty after the last.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when the file breaks off
   */
  Optional<ByteBuffer> next() {
    if (position == length) {
      return Optional.empty();
    }
    try {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(RECORD_HEADER));
      if (header.remaining() < RECORD_HEADER) {
        throw cutOff();
      }
      long size = (long) WORD * header.getInt(Integer.BYTES);
      position += RECORD_HEADER + size;
      if (size < Integer.BYTES || position > length) {
        throw cutOff();
      }
      byte[] content = in.readNBytes(Math.toIntExact(size));
      if (content.length < size) {
        throw cutOff();
      }
      return Optional.of(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read on in " + file.file(), e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + file.file(), e);
    }
  }

  private RuntimeException cutOff() {
    return RefusedFile.because(
        file,
        "its .shp was cut off or altered while it was sent: the header tells "
            + length
            + " bytes: send it anew");
  }
}
