package org.citylake.ingestion.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A delivered workbook: its sheets and their rows. */
interface Workbook extends Closeable {
  /**
   * One sheet.
   *
   * @param name as its tab shows it
   * @param id how the file itself tells it from others
   * @param visible whether its tab is shown
   */
  record Sheet(String name, String id, boolean visible) {}

  /** The name that messages have of the file. */
  DeliveredFile file();

  /** Every sheet in the order of the tabs. */
  List<Sheet> sheets();

  /** The rows of a sheet. */
  SheetRows rows(Sheet sheet);

  @Override
  void close();

  /**
   * Opens a workbook of the type that the contract's format names.
   *
   * @param type {@code xlsx} or {@code xls}
   * @throws org.citylake.core.CityLakeException of kind DATA when it is no whole workbook of it, or
   *     has a password
   */
  static Workbook open(String type, DeliveredFile file, UnpackLimit limit) {
    SeekableByteChannel channel = file.open();
    try {
      return type.equals("xls")
          ? BinaryWorkbook.open(file, channel)
          : XmlWorkbook.open(file, channel, limit);
    } catch (RuntimeException e) {
      try {
        channel.close();
      } catch (IOException closing) {
        e.addSuppressed(new UncheckedIOException(closing));
      }
      throw e;
    }
  }

  /**
   * The sheets that the glob names in their order, or the only visible one.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when there is none, or several and no
   *     glob
   */
  default List<Sheet> chosen(Optional<String> glob) {
    List<Sheet> found = sheets().stream().filter(Sheet::visible).toList();
    if (glob.isPresent()) {
      NameGlob wanted = new NameGlob(glob.get());
      found = sheets().stream().filter(s -> wanted.matches(s.name())).toList();
    }
    if (found.isEmpty() || (glob.isEmpty() && found.size() > 1)) {
      throw RefusedFile.because(
          file(),
          "it has "
              + found.size()
              + (glob.isPresent() ? " sheets named '" + glob.get() + "'" : " visible sheets")
              + " (all its sheets: "
              + sheets().stream()
                  .map(s -> s.visible() ? s.name() : s.name() + " [hidden]")
                  .collect(Collectors.joining(", "))
              + "): name the sheets by 'sheet' in the contract's format, or send one");
    }
    return found;
  }
}
