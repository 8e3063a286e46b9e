package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.Packing;

/**
 * What a file is by its content; its name is not asked, since it often says otherwise.
 *
 * @param type as the contract's format names it; {@value #TEXT} for any kind of text
 * @param packing how it is packed; none for kinds that are never packed
 */
record FileKind(String type, Packing packing) {
  static final String TEXT = "text";

  private static final int LONGEST_MARK = 16;

  /**
   * The first bytes of a kind.
   *
   * @param bytes as ISO 8859-1
   * @param type as contracts name it; empty for a kind that is not taken
   */
  private record Mark(String bytes, String type, String name, String wayOut) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark("PAR1", "parquet", "a Parquet file", ""),
          new Mark("\u00D0\u00CF\u0011\u00E0", "xls", "an .xls workbook", ""),
          new Mark("PARE", "", "an encrypted Parquet file", "give one in plain"),
          new Mark("%PDF", "", "a PDF document", "ask for the table behind it"),
          new Mark("<", "", "HTML or XML", "open it in a spreadsheet and save it as .xlsx"),
          new Mark("PK\u0003\u0004", "", "a zip archive in another", "unpack the outer one"),
          new Mark("\u001F\u008B", "", "a gzip file in another", "unpack the outer one"),
          new Mark("Rar!", "", "a RAR archive", "pack it as zip"),
          new Mark("7z\u00BC\u00AF", "", "a 7z archive", "pack it as zip"),
          new Mark("BZh", "", "a bzip2 file", "pack it by gzip"),
          new Mark("\u00FD7zXZ", "", "an xz file", "pack it by gzip"),
          new Mark("\u0028\u00B5\u002F\u00FD", "", "a zstd file", "pack it by gzip"),
          new Mark("\u00FF\u00FE", "", "text in UTF-16", "save it as CSV in UTF-8"),
          new Mark("\u00FE\u00FF", "", "text in UTF-16", "save it as CSV in UTF-8"),
          new Mark("\u0000\u0000\u0027\n", "", "a lone .shp", "zip all files of the shapefile"),
          new Mark("SQLite format 3", "", "a database of SQLite", "write its table as CSV"),
          new Mark("ORC", "", "an ORC file", "write it as Parquet"),
          new Mark("Obj\u0001", "", "an Avro file", "write it as Parquet"),
          new Mark("\u0089PNG", "", "a picture", "ask for the table behind it"),
          new Mark("\u00FF\u00D8\u00FF", "", "a picture", "ask for the table behind it"));

  /**
   * Recognises a file.
   *
   * @throws org.citylake.core.CityLakeException of kind USER when it is of a kind that is not
   *     taken, of kind DATA when its archive is damaged
   */
  static FileKind of(DeliveredFile file) {
    try (SeekableByteChannel channel = file.open()) {
      return switch (DeliveredBytes.compression(channel)) {
        case GZIP -> packed(file, new Packing(Compression.GZIP, Optional.empty()));
        case ZIP -> zip(file, ZipDelivery.open(file, channel));
        case NONE -> new FileKind(type(file, first(channel)), Packing.NONE);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
  }

  private static byte[] first(SeekableByteChannel channel) throws IOException {
    return DeliveredBytes.firstBytes(channel, (int) Math.min(LONGEST_MARK, channel.size()));
  }

  private static FileKind packed(DeliveredFile file, Packing packing) throws IOException {
    try (InputStream in = DeliveredBytes.open(file, packing, UnpackLimit.of(System.getenv()))) {
      String type = type(file, in.readNBytes(LONGEST_MARK));
      if (!type.equals(TEXT)) {
        throw UnknownFormat.of(
            file,
            "a packed file (" + packing.compression() + ") with " + type + " inside",
            "give it unpacked, as only text is packed");
      }
      return new FileKind(TEXT, packing);
    }
  }

  private static String type(DeliveredFile file, byte[] first) {
    String bytes = new String(first, StandardCharsets.ISO_8859_1);
    for (Mark mark : MARKS) {
      if (bytes.startsWith(mark.bytes())) {
        if (mark.type().isEmpty()) {
          throw UnknownFormat.of(file, mark.name(), mark.wayOut());
        }
        return mark.type();
      }
    }
    if (bytes.indexOf('\0') >= 0) {
      throw UnknownFormat.of(file, "of an unknown kind, no text", "save it as CSV");
    }
    return TEXT;
  }

  private static FileKind zip(DeliveredFile file, ZipDelivery zip) throws IOException {
    List<String> names = zip.files().stream().map(ZipArchiveEntry::getName).toList();
    if (names.contains("xl/workbook.xml")) {
      return new FileKind("xlsx", Packing.NONE);
    }
    for (String part : List.of("xl/workbook.bin", "word/document.xml", "content.xml")) {
      if (names.contains(part)) {
        throw UnknownFormat.of(
            file, "a document of another program (" + part + ")", "save it as .xlsx");
      }
    }
    List<String> shapes = names.stream().filter(n -> lower(n).endsWith(".shp")).toList();
    if (shapes.size() > 1) {
      throw UnknownFormat.of(
          file,
          "a zip archive of " + shapes.size() + " shapefiles (" + shown(shapes) + ")",
          "give one with one");
    }
    if (shapes.size() == 1) {
      return new FileKind("shapefile", Packing.NONE);
    }
    if (names.size() != 1) {
      throw UnknownFormat.of(
          file,
          "a zip archive of " + names.size() + " files (" + shown(names) + ")",
          "give one with one file");
    }
    return packed(file, new Packing(Compression.ZIP, Optional.empty()));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String shown(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(10, names.size())));
  }
}
