package org.citylake.ingestion.quarantine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.core.json.Json;

/**
 * Refused records as a file for the agency that sent them. Of CSV it has the agency's own columns
 * and three of ours behind: file, line and reasons; the records' bytes are written as they came, so
 * that the agency sees what it sent. Of other formats, and of CSV whose columns may stand in any
 * order, it has a line of JSON for each record: {@code file, line, reasons, record}.
 */
public final class HandBack {
  private static final List<String> OURS = List.of("原文件", "原行号", "退回原因");

  private HandBack() {}

  /**
   * The file's bytes, in the source's encoding.
   *
   * @param entries opened, see {@link QuarantineLog#opened}
   */
  public static byte[] file(SourceDeclaration source, List<QuarantineEntry> entries) {
    return source.format().type().equals("csv") && source.format().header() == HeaderRule.EXACT
        ? csv(source, entries)
        : jsonLines(source, entries);
  }

  private static byte[] jsonLines(SourceDeclaration source, List<QuarantineEntry> entries) {
    StringBuilder lines = new StringBuilder();
    for (List<QuarantineEntry> line : lines(entries)) {
      QuarantineEntry first = line.get(0);
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("file", first.file());
      object.put("line", first.line());
      object.put("reasons", line.stream().flatMap(e -> e.reasons().stream()).toList());
      object.put("record", new String(first.content(), charset(source)));
      lines.append(Json.line(object)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Records of workbooks and the like are kept as JSON, which is always UTF-8. */
  private static Charset charset(SourceDeclaration source) {
    String encoding = source.format().encoding();
    boolean text = source.format().type().equals("csv") || source.format().type().equals("jsonl");
    if (!text) {
      return StandardCharsets.UTF_8;
    }
    return Charset.forName(encoding.startsWith("GB18030") ? "GB18030" : encoding);
  }

  private static byte[] csv(SourceDeclaration source, List<QuarantineEntry> entries) {
    Charset charset = charset(source);
    char delimiter = source.format().delimiter();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    String header =
        source.contract().properties().stream()
                .map(ContractProperty::physicalName)
                .map(name -> quoted(name, delimiter))
                .collect(Collectors.joining(String.valueOf(delimiter)))
            + delimiter
            + String.join(String.valueOf(delimiter), OURS)
            + "\r\n";
    file.writeBytes(header.getBytes(charset));
    for (List<QuarantineEntry> line : lines(entries)) {
      QuarantineEntry first = line.get(0);
      file.writeBytes(first.content());
      String reasons =
          line.stream().flatMap(e -> e.reasons().stream()).collect(Collectors.joining("; "));
      String behind =
          delimiter
              + quoted(first.file(), delimiter)
              + delimiter
              + first.line()
              + delimiter
              + quoted(reasons, delimiter)
              + "\r\n";
      file.writeBytes(behind.getBytes(charset));
    }
    return file.toByteArray();
  }

  /** A wide line stands in quarantine once for each of its cells. */
  private static List<List<QuarantineEntry>> lines(List<QuarantineEntry> entries) {
    return List.copyOf(
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    e -> "%s %s %012d".formatted(e.file(), e.delivery(), e.line()),
                    TreeMap::new,
                    Collectors.toList()))
            .values());
  }

  private static String quoted(String text, char delimiter) {
    return text.indexOf(delimiter) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
