package org.citylake.ingestion.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.ingestion.type.BadValueException;

/**
 * Decodes bytes strictly by the contract's encoding: nothing is guessed, nothing replaced. Not safe
 * for several threads.
 */
public final class LineDecoder {
  private final String encoding;
  private final CharsetDecoder decoder;
  private final boolean swapEdition;

  /**
   * A decoder for UTF-8, GBK, GB18030-2000 or GB18030-2022.
   *
   * @throws CityLakeException of kind DATA for another name
   */
  public LineDecoder(String encoding) {
    this.encoding = encoding;
    Charset charset =
        switch (encoding) {
          case "UTF-8" -> StandardCharsets.UTF_8;
          case "GBK" -> Charset.forName("GBK");
          case "GB18030-2000", "GB18030-2022" -> Charset.forName("GB18030");
          default ->
              throw new CityLakeException(
                  Kind.DATA,
                  "Cannot decode '" + encoding + "': use UTF-8, GBK, GB18030-2000 or GB18030-2022");
        };
    this.swapEdition =
        encoding.startsWith("GB18030-") && !encoding.equals(Gb18030Edition.ofThisJvm());
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The character set; both editions of GB18030 have one. */
  public Charset charset() {
    return decoder.charset();
  }

  /** The text; a malformed or unmapped byte is refused with its place. */
  public String decode(byte[] bytes) throws BadValueException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    decoder.reset();
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    if (result.isError()) {
      int at = in.position();
      throw new BadValueException(
          String.format(
              Locale.ROOT,
              "byte %d of the line (0x%02X) is not %s: send the file in %s, or correct the"
                  + " contract's encoding",
              at + 1,
              bytes[at] & 0xFF,
              encoding,
              encoding),
          null);
    }
    String text = out.flip().toString();
    return swapEdition ? Gb18030Edition.swap(text) : text;
  }
}
