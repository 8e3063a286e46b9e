package org.citylake.ingestion.format;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Knows compound files (MS-CFB): an .xls workbook, or an .xlsx one with a password. */
final class CompoundFile {
  private static final byte[] FIRST = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private CompoundFile() {}

  /** Whether it is one by its first bytes; the channel stands at its start again. */
  static boolean is(SeekableByteChannel channel) throws IOException {
    return Arrays.equals(DeliveredBytes.firstBytes(channel, FIRST.length), FIRST);
  }

  /** Whether an .xlsx workbook with a password is inside; closes the channel. */
  static boolean hasEncryptedPackage(SeekableByteChannel channel) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(Channels.newInputStream(channel))) {
      return files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
    }
  }
}
