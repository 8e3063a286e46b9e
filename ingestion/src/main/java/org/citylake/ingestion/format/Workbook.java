package org.citylake.ingestion.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.xml.sax.SAXException;

/** A delivered workbook (ECMA-376): its sheets and what the cells of all sheets refer to. */
final class Workbook implements Closeable {
  /** First bytes of a compound file: an .xls workbook, or an .xlsx one with a password. */
  private static final byte[] COMPOUND = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONSHIPS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";
  private static final XMLInputFactory XML = XMLHelper.newXMLInputFactory();

  /**
   * One sheet.
   *
   * @param name as its tab shows it
   * @param id of its part
   * @param visible whether its tab is shown
   */
  record Sheet(String name, String id, boolean visible) {}

  private final DeliveredFile file;
  private final OPCPackage parts;
  private final XSSFReader reader;
  private final List<Sheet> sheets = new ArrayList<>();
  private final CellTexts texts;

  private Workbook(DeliveredFile file, OPCPackage parts)
      throws IOException, OpenXML4JException, SAXException, XMLStreamException {
    this.file = file;
    this.parts = parts;
    this.reader = new XSSFReader(parts);
    boolean since1904 = readSheets();
    this.texts =
        new CellTexts(
            new ReadOnlySharedStringsTable(parts, false), reader.getStylesTable(), since1904);
  }

  /** Opens a workbook. */
  static Workbook open(DeliveredFile file, UnpackLimit limit) {
    SeekableByteChannel channel = file.open();
    try {
      requireWorkbook(file, channel);
      return new Workbook(file, OPCPackage.open(new WorkbookZip(file, channel, limit)));
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | UnsupportedFileFormatException
        | SAXException
        | XMLStreamException e) {
      close(channel);
      throw damaged(file, e);
    } catch (RuntimeException e) {
      close(channel);
      throw e;
    }
  }

  /**
   * The sheets that the glob names in their order, or the only visible one.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when there is none, or several and no
   *     glob
   */
  List<Sheet> chosen(Optional<String> glob) {
    List<Sheet> found = sheets.stream().filter(Sheet::visible).toList();
    if (glob.isPresent()) {
      NameGlob wanted = new NameGlob(glob.get());
      found = sheets.stream().filter(s -> wanted.matches(s.name())).toList();
    }
    if (found.isEmpty() || (glob.isEmpty() && found.size() > 1)) {
      throw RefusedFile.because(
          file,
          "it has "
              + found.size()
              + (glob.isPresent() ? " sheets named '" + glob.get() + "'" : " visible sheets")
              + " (all its sheets: "
              + sheets.stream()
                  .map(s -> s.visible() ? s.name() : s.name() + " [hidden]")
                  .collect(Collectors.joining(", "))
              + "): name the sheets by 'sheet' in the contract's format, or send one");
    }
    return found;
  }

  /** The rows of a sheet. */
  SheetRows rows(Sheet sheet) {
    try {
      return SheetRows.open(file, () -> XML.createXMLStreamReader(part(sheet)), texts);
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
    if (java.util.Arrays.equals(DeliveredBytes.firstBytes(channel, COMPOUND.length), COMPOUND)) {
      throw RefusedFile.because(
          file,
          "it is an old .xls workbook, or one with a password: open it and save it as .xlsx without"
              + " a password");
    }
    if (DeliveredBytes.compression(channel) != Compression.ZIP) {
      throw RefusedFile.because(
          file, "it is no .xlsx workbook, whatever its name says: save it as .xlsx");
    }
  }

  private static void close(SeekableByteChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
