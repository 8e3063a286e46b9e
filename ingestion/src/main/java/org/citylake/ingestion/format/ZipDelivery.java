package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A delivered zip archive. Its entries are read where they stand and never written to a disk; names
 * that would lead out of a folder are refused all the same, since nobody who means well makes them.
 */
final class ZipDelivery {
  /** Names without the mark of UTF-8 are GBK where this comes from; ASCII is the same in both. */
  private static final Charset NAMES = Charset.forName("GBK");

  private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");

  private final DeliveredFile file;
  private final ZipFile zip;

  private ZipDelivery(DeliveredFile file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /** Opens the archive; whoever calls closes the channel. */
  static ZipDelivery open(DeliveredFile file, SeekableByteChannel channel) {
    ZipFile zip;
    try {
      zip = ZipFile.builder().setSeekableByteChannel(channel).setCharset(NAMES).get();
    } catch (IOException e) {
      throw RefusedFile.because(
          file,
          "the zip archive is damaged or was cut off while it was sent ("
              + RefusedFile.reason(e)
              + "): send it anew",
          e);
    }
    ZipDelivery delivery = new ZipDelivery(file, zip);
    delivery.requireHarmlessEntries();
    return delivery;
  }

  /**
   * The one entry, or the one that the glob names.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when there is none or several
   */
  ZipArchiveEntry entry(Optional<String> glob) {
    List<ZipArchiveEntry> found = files();
    if (glob.isPresent()) {
      NameGlob named = new NameGlob(glob.get());
      found = found.stream().filter(e -> named.matches(e.getName())).toList();
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    String wanted = glob.map(g -> " that '" + g + "' names").orElse("");
    String names =
        files().stream().map(ZipArchiveEntry::getName).limit(10).collect(Collectors.joining(", "));
    throw RefusedFile.because(
        file,
        "the zip archive has "
            + found.size()
            + " files"
            + wanted
            + " where one is expected (it holds: "
            + names
            + "): send one file, or name it by 'entry' in the contract's format");
  }

  /** An entry's unpacked bytes, bounded by the limit and checked against the archive's sum. */
  InputStream stream(ZipArchiveEntry entry, UnpackLimit limit) {
    if (!zip.canReadEntryData(entry)) {
      throw RefusedFile.because(
          file,
          "the entry "
              + entry.getName()
              + " is packed in a way that cannot be read (method "
              + entry.getMethod()
              + "): pack it with deflate");
    }
    try {
      return new BoundedStream(
          new ChecksummedStream(zip.getInputStream(entry), entry.getCrc(), entry.getSize()),
          file,
          limit,
          entry.getCompressedSize());
    } catch (IOException e) {
      throw RefusedFile.because(
          file, "the entry " + entry.getName() + " is damaged: send it anew", e);
    }
  }

  /** Every entry that is no folder. */
  List<ZipArchiveEntry> files() {
    return Collections.list(zip.getEntries()).stream().filter(e -> !e.isDirectory()).toList();
  }

  private void requireHarmlessEntries() {
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String name = writtenName(entry);
      if (name.startsWith("/")
          || name.indexOf('\\') >= 0
          || name.indexOf('\0') >= 0
          || DRIVE.matcher(name).matches()
          || List.of(name.split("/")).contains("..")) {
        throw RefusedFile.because(
            file,
            "the entry '"
                + name
                + "' of the zip archive leads out of its folder: pack the file anew, with its name"
                + " alone");
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw RefusedFile.because(
            file,
            "the entry '" + name + "' of the zip archive has a password: send it without one");
      }
    }
  }

  /** The name as it is written: the library takes a backslash for a slash in some archives. */
  private static String writtenName(ZipArchiveEntry entry) {
    boolean utf8 = entry.getGeneralPurposeBit().usesUTF8ForNames();
    return new String(entry.getRawName(), utf8 ? StandardCharsets.UTF_8 : NAMES);
  }
}
