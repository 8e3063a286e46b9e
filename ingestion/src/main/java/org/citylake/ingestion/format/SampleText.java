package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.citylake.core.declaration.SourceDeclaration.Packing;

/**
 * A sample that is made of text.
 *
 * @param encoding UTF-8 where all bytes are, else GB18030-2022
 * @param text without a byte order mark
 */
record SampleText(String encoding, String text) {
  private static final int MOST_BYTES = 64 << 20;

  /** Reads a sample, unpacked. */
  static SampleText read(DeliveredFile file, Packing packing) {
    byte[] bytes;
    try (InputStream in = DeliveredBytes.open(file, packing, UnpackLimit.of(System.getenv()))) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
    if (bytes.length > MOST_BYTES) {
      throw UnknownFormat.of(
          file, "a text of more than 64 MiB", "give a part of it, such as head -n 10000");
    }
    String encoding = encoding(bytes);
    Charset charset =
        encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    String text = new String(bytes, charset);
    return new SampleText(encoding, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static String encoding(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return "UTF-8";
    } catch (CharacterCodingException e) {
      // Agencies send one or the other; whether it is really GB18030 shows when it is read.
      return "GB18030-2022";
    }
  }
}
