package org.citylake.ingestion.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.ingestion.SentSource;

/**
 * A good file of three rows and what can be done to it. A making is a word and what it works on:
 * {@code append}, {@code prepend} and {@code whole} take a text, {@code replace} two with {@code
 * =>} between, {@code cut} and {@code keep} a number of bytes, {@code flip} the place of one (from
 * the end when negative), {@code encode} a charset, {@code zip} entries {@code name=text} with bars
 * between; workbooks and Parquet files have makings of their own. In texts {@code \n}, {@code
 * \}{@code u0000} and {@code \xBE} are a line's end, a character and a byte, and {@code {x*4001}}
 * is a character that many times.
 */
final class SpoiltFile {
  private static final Pattern REPEATED =
      Pattern.compile("\\{(\\\\u[0-9A-F]{4}|[^{}])\\*(\\d+)\\}", Pattern.DOTALL);

  private static final List<List<String>> ROWS =
      List.of(
          List.of("k1", "样例一", "30", "1986-01-02", "12.50"),
          List.of("k2", "样例二", "0", "2016-12-31", "0.00"),
          List.of("k3", "样例三", "", "", ""));

  private static final String FEATURES =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"key":"k1"},"geometry":{"type":"Point","coordinates":[121.47,31.23]}},
      {"type":"Feature","properties":{"key":"k2"},"geometry":{"type":"Point","coordinates":[121.48,31.24]}}
      ]}\
      """;

  private final String form;
  private final SentSource declared;
  private final Extract good;

  private SpoiltFile(String form, SentSource declared, Extract good) {
    this.form = form;
    this.declared = declared;
    this.good = good;
  }

  /** A good file in the form csv, gzip, zip, jsonl, xlsx, parquet or geojson. */
  static SpoiltFile of(String form, SentSource declared) {
    SourceDeclaration source = declared.source();
    Compression compression =
        switch (form) {
          case "gzip" -> Compression.GZIP;
          case "zip" -> Compression.ZIP;
          default -> Compression.NONE;
        };
    Extract good =
        new Extract(
                source,
                source.contract().properties().stream().map(p -> p.physicalName()).toList(),
                ROWS)
            .agreed(
                compression == Compression.NONE ? form : "csv",
                "UTF-8",
                compression,
                HeaderRule.EXACT);
    return new SpoiltFile(form, declared, form.equals("jsonl") ? good.part(0, 3) : good);
  }

  SourceDeclaration source() {
    return good.source();
  }

  DeclarationLibrary library() {
    return declared.library();
  }

  /** The file with that done to it. */
  byte[] make(String making) throws IOException {
    int blank = making.indexOf(' ');
    String what = blank < 0 ? making : making.substring(0, blank);
    String rest = blank < 0 ? "" : making.substring(blank + 1);
    byte[] bytes = bytes();
    return switch (what) {
      case "whole" -> text(rest);
      case "append" -> joined(bytes, text(rest));
      case "prepend" -> joined(text(rest), bytes);
      case "append-feature" -> replaced(bytes, "\n]}=>,\n" + rest + "]}");
      case "replace" -> replaced(bytes, rest);
      case "cut" -> Arrays.copyOf(bytes, bytes.length - Integer.parseInt(rest));
      case "keep" -> Arrays.copyOf(bytes, Integer.parseInt(rest));
      case "flip" -> flipped(bytes, Integer.parseInt(rest));
      case "encode" -> new String(bytes, StandardCharsets.UTF_8).getBytes(Charset.forName(rest));
      case "gzip" -> gzip(bytes);
      case "gzip-of" -> gzip(text(rest));
      case "member" -> joined(bytes, gzip(text(rest)));
      case "zip" -> zip(rest);
      case "encrypted" -> encrypted(bytes);
      case "schema" -> {
        int arrow = rest.indexOf("=>");
        yield SpoiltParquet.with(rest.substring(0, arrow), rest.substring(arrow + 2));
      }
      default -> SpoiltWorkbook.make(bytes, what, rest);
    };
  }

  private byte[] bytes() throws IOException {
    return switch (form) {
      case "geojson" -> FEATURES.getBytes(StandardCharsets.UTF_8);
      case "parquet" -> SpoiltParquet.good();
      default -> good.bytes();
    };
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /** Byte by byte, so that what is put in need be no text. */
  private static byte[] replaced(byte[] bytes, String rule) {
    int arrow = rule.indexOf("=>");
    String from = new String(text(rule.substring(0, arrow)), StandardCharsets.ISO_8859_1);
    String to = new String(text(rule.substring(arrow + 2)), StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(from, to)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] flipped(byte[] bytes, int place) {
    byte[] flipped = bytes.clone();
    int at = place < 0 ? bytes.length + place : place;
    flipped[at] = (byte) ~flipped[at];
    return flipped;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String entries) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (String entry : entries.isEmpty() ? new String[0] : entries.split("\\|")) {
        int equals = entry.indexOf('=');
        zip.putNextEntry(
            new ZipEntry(new String(text(entry.substring(0, equals)), StandardCharsets.UTF_8)));
        zip.write(text(entry.substring(equals + 1)));
      }
    }
    return packed.toByteArray();
  }

  /** Marks the entries as encrypted, in the flags of both headers. */
  private static byte[] encrypted(byte[] zip) {
    byte[] marked = zip.clone();
    for (int i = 0; i < marked.length - 10; i++) {
      if (marked[i] == 'P' && marked[i + 1] == 'K' && marked[i + 2] == 3 && marked[i + 3] == 4) {
        marked[i + 6] |= 1;
      }
      if (marked[i] == 'P' && marked[i + 1] == 'K' && marked[i + 2] == 1 && marked[i + 3] == 2) {
        marked[i + 8] |= 1;
      }
    }
    return marked;
  }

  private static byte[] text(String escaped) {
    String text =
        REPEATED
            .matcher(escaped)
            .replaceAll(
                m -> Matcher.quoteReplacement(m.group(1).repeat(Integer.parseInt(m.group(2)))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (text.charAt(i) != '\\') {
        plain.append(text.charAt(i));
        continue;
      }
      i++;
      switch (next) {
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        case 'u' -> {
          plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
          i += 4;
        }
        case 'x' -> {
          bytes.writeBytes(plain.toString().getBytes(StandardCharsets.UTF_8));
          plain.setLength(0);
          bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> plain.append(next);
      }
    }
    bytes.writeBytes(plain.toString().getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
