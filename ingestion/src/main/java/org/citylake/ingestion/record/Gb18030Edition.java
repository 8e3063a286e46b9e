package org.citylake.ingestion.record;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * The 18 code positions whose character differs between GB 18030-2000 (private use area) and GB
 * 18030-2022 (its own character; the private one moved to the four-byte code that the character
 * had). A Java platform decodes by one of the editions; the other is reached by exchanging the
 * pairs. Source: GB 18030-2022, foreword and table of changed positions.
 */
final class Gb18030Edition {
  private static final String PRIVATE_USE =
      "\uE78D\uE78E\uE78F\uE790\uE791\uE792\uE793\uE794\uE795\uE796"
          + "\uE81E\uE826\uE82B\uE82C\uE832\uE843\uE854\uE864";
  private static final String OWN =
      "\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16\uFE17\uFE18\uFE19"
          + "\u9FB4\u9FB5\u9FB6\u9FB7\u9FB8\u9FB9\u9FBA\u9FBB";
  private static final Map<Character, Character> OTHER = new HashMap<>();

  static {
    for (int i = 0; i < OWN.length(); i++) {
      OTHER.put(OWN.charAt(i), PRIVATE_USE.charAt(i));
      OTHER.put(PRIVATE_USE.charAt(i), OWN.charAt(i));
    }
  }

  private Gb18030Edition() {}

  /** The edition that this Java platform decodes by, seen by decoding A6D9. */
  static String ofThisJvm() {
    String text = new String(new byte[] {(byte) 0xA6, (byte) 0xD9}, Charset.forName("GB18030"));
    return text.equals("\uFE10") ? "GB18030-2022" : "GB18030-2000";
  }

  /** The text as the other edition reads the same bytes. */
  static String swap(String text) {
    StringBuilder swapped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      swapped.append(OTHER.getOrDefault(c, c).charValue());
    }
    return swapped.toString();
  }
}
