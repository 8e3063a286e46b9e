package org.citylake.ingestion.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.citylake.ingestion.format.SheetCell.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an .xlsx workbook, read from its part. */
final class XmlSheetRows implements SheetRows {
  /** Starts reading the sheet's part. */
  @FunctionalInterface
  interface Opener {
    XMLStreamReader open() throws XMLStreamException;
  }

  private final DeliveredFile file;
  private final XMLStreamReader xml;
  private final SharedStrings strings;
  private final CellTexts texts;
  private final MergedCells merged;
  private int number;

  private XmlSheetRows(
      DeliveredFile file,
      XMLStreamReader xml,
      SharedStrings strings,
      CellTexts texts,
      MergedCells merged) {
    this.file = file;
    this.xml = xml;
    this.strings = strings;
    this.texts = texts;
    this.merged = merged;
  }

  /** Reads merged cells first, since a sheet's part tells them after the rows. */
  static SheetRows open(DeliveredFile file, Opener opener, SharedStrings strings, CellTexts texts)
      throws XMLStreamException {
    MergedCells merged = new MergedCells();
    XMLStreamReader xml = opener.open();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("mergeCell")) {
        merged.add(CellRangeAddress.valueOf(xml.getAttributeValue(null, "ref")));
      }
    }
    xml.close();
    return new XmlSheetRows(file, opener.open(), strings, texts, merged);
  }

  @Override
  public @Nullable Row next() {
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
      throw XmlWorkbook.damaged(file, e);
    }
  }

  @Override
  public List<CellRangeAddress> merged(int row) {
    return merged.of(row);
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw XmlWorkbook.damaged(file, e);
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
    SheetCell cell =
        type.equals("s")
            ? texts.cell(
                column,
                place,
                "str",
                0,
                strings.getItemAt(Integer.parseInt(value.toString().strip())).getString())
            : texts.cell(column, place, type, Integer.parseInt(style), value.toString());
    return cell.text().isBlank() && cell.problem() == null ? null : cell;
  }

  private void skip(String element) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals(element)) {
      // How a text is pronounced is no part of it.
    }
  }
}
