package org.citylake.ingestion.format;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.citylake.ingestion.format.SheetCell.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet in their order, one at a time; rows without a text are passed over. */
final class SheetRows implements Closeable {
  /** Starts reading the sheet's part. */
  @FunctionalInterface
  interface Opener {
    XMLStreamReader open() throws XMLStreamException;
  }

  private final DeliveredFile file;
  private final XMLStreamReader xml;
  private final CellTexts texts;
  private final Map<Integer, List<CellRangeAddress>> merged;
  private int number;

  private SheetRows(
      DeliveredFile file,
      XMLStreamReader xml,
      CellTexts texts,
      Map<Integer, List<CellRangeAddress>> merged) {
    this.file = file;
    this.xml = xml;
    this.texts = texts;
    this.merged = merged;
  }

  /** Reads merged cells first, since a sheet's part tells them after the rows. */
  static SheetRows open(DeliveredFile file, Opener opener, CellTexts texts)
      throws XMLStreamException {
    Map<Integer, List<CellRangeAddress>> merged = new HashMap<>();
    XMLStreamReader xml = opener.open();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("mergeCell")) {
        CellRangeAddress range = CellRangeAddress.valueOf(xml.getAttributeValue(null, "ref"));
        for (int row = range.getFirstRow(); row <= range.getLastRow(); row++) {
          merged.computeIfAbsent(row + 1, r -> new ArrayList<>()).add(range);
        }
      }
    }
    xml.close();
    return new SheetRows(file, opener.open(), texts, merged);
  }

  /** The next row with a text, null after the last. */
  @Nullable Row next() {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          String written = xml.getAttributeValue(null, "r");
          number = written == null ? number + 1 : Integer.parseInt(written);
          Row row = row();
          if (!row.cells().isEmpty()) {
            return row;
          }
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw Workbook.damaged(file, e);
    }
  }

  /** Merged cells that touch a row. */
  List<CellRangeAddress> merged(int row) {
    return merged.getOrDefault(row, List.of());
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw Workbook.damaged(file, e);
    }
  }

  private Row row() throws XMLStreamException {
    List<SheetCell> cells = new ArrayList<>();
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        return new Row(number, cells);
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        String place = xml.getAttributeValue(null, "r");
        column = place == null ? column + 1 : new CellReference(place).getCol();
        SheetCell cell = cell(column);
        if (cell != null) {
          cells.add(cell);
        }
      }
    }
  }

  /** The cell that starts here, null when it is empty. */
  private @Nullable SheetCell cell(int column) throws XMLStreamException {
    String place = CellReference.convertNumToColString(column) + number;
    String type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
    String style = Objects.requireNonNullElse(xml.getAttributeValue(null, "s"), "0");
    boolean formula = false;
    StringBuilder value = new StringBuilder();
    while (true) {
      int event = xml.next();
      String element =
          event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
              ? xml.getLocalName()
              : "";
      if (event == XMLStreamConstants.END_ELEMENT && element.equals("c")) {
        break;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (element) {
        case "f" -> formula = true;
        case "v", "t" -> value.append(xml.getElementText());
        case "rPh" -> skip("rPh");
        default -> {}
      }
    }
    if (value.isEmpty()) {
      return formula && !type.equals("str") ? CellTexts.neverComputed(column, place) : null;
    }
    SheetCell cell = texts.cell(column, place, type, Integer.parseInt(style), value.toString());
    return cell.text().isBlank() && cell.problem() == null ? null : cell;
  }

  private void skip(String element) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals(element)) {
      // How a text is pronounced is no part of it.
    }
  }
}
