package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.xml.sax.SAXException;

/** A delivered .xlsx workbook (ECMA-376), whose sheets are read row by row. */
final class XmlWorkbook implements Workbook {
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONSHIPS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";
  private static final XMLInputFactory XML = XMLHelper.newXMLInputFactory();

  private final DeliveredFile file;
  private final OPCPackage parts;
  private final XSSFReader reader;
  private final List<Sheet> sheets = new ArrayList<>();
  private final SharedStrings strings;
  private final CellTexts texts;

  private XmlWorkbook(DeliveredFile file, OPCPackage parts)
      throws IOException, OpenXML4JException, SAXException, XMLStreamException {
    this.file = file;
    this.parts = parts;
    this.reader = new XSSFReader(parts);
    boolean since1904 = readSheets();
    this.strings = new ReadOnlySharedStringsTable(parts, false);
    StylesTable styles = reader.getStylesTable();
    this.texts = new CellTexts(style -> isDate(styles, style), since1904);
  }

  /** Opens a workbook; whoever calls closes the channel when it fails. */
  static Workbook open(DeliveredFile file, SeekableByteChannel channel, UnpackLimit limit) {
    try {
      requireWorkbook(file, channel);
      return new XmlWorkbook(file, OPCPackage.open(new WorkbookZip(file, channel, limit)));
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | UnsupportedFileFormatException
        | SAXException
        | XMLStreamException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public DeliveredFile file() {
    return file;
  }

  @Override
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public SheetRows rows(Sheet sheet) {
    try {
      return XmlSheetRows.open(file, () -> XML.createXMLStreamReader(part(sheet)), strings, texts);
    } catch (XMLStreamException e) {
      throw damaged(file, e);
    }
  }

  /** The failure of a workbook that cannot be read on. */
  static RuntimeException damaged(DeliveredFile file, Exception cause) {
    return RefusedFile.because(
        file,
        "it is no whole .xlsx workbook ("
            + RefusedFile.reason(cause)
            + "): save it as .xlsx and send it anew",
        cause);
  }

  @Override
  public void close() {
    // Nothing is written back into the file.
    parts.revert();
  }

  private InputStream part(Sheet sheet) {
    try {
      return reader.getSheet(sheet.id());
    } catch (IOException | OpenXML4JException e) {
      throw damaged(file, e);
    }
  }

  /** Reads the list of sheets; gives whether days are counted from 1904. */
  private boolean readSheets() throws IOException, OpenXML4JException, XMLStreamException {
    boolean since1904 = false;
    try (InputStream in = reader.getWorkbookData()) {
      XMLStreamReader xml = XML.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("workbookPr")) {
          String value = xml.getAttributeValue(null, "date1904");
          since1904 = "1".equals(value) || "true".equals(value);
        } else if (xml.getLocalName().equals("sheet")) {
          String id = xml.getAttributeValue(RELATIONSHIPS, "id");
          String state = xml.getAttributeValue(null, "state");
          sheets.add(
              new Sheet(
                  xml.getAttributeValue(null, "name"),
                  id == null ? xml.getAttributeValue(STRICT_RELATIONSHIPS, "id") : id,
                  state == null || state.equals("visible")));
        }
      }
    }
    return since1904;
  }

  private static void requireWorkbook(DeliveredFile file, SeekableByteChannel channel)
      throws IOException {
    if (CompoundFile.is(channel)) {
      throw RefusedFile.because(
          file,
          CompoundFile.hasEncryptedPackage(channel)
              ? "it is a workbook with a password: save it without one and send it anew"
              : "it is an old .xls workbook: save it as .xlsx, or say type: xls in the contract's"
                  + " format");
    }
    if (DeliveredBytes.compression(channel) != Compression.ZIP) {
      throw RefusedFile.because(
          file, "it is no .xlsx workbook, whatever its name says: save it as .xlsx");
    }
  }

  private static boolean isDate(StylesTable styles, int style) {
    if (style >= styles.getNumCellStyles()) {
      return false;
    }
    XSSFCellStyle found = styles.getStyleAt(style);
    return CellTexts.showsDay(found.getDataFormat(), found.getDataFormatString());
  }
}
