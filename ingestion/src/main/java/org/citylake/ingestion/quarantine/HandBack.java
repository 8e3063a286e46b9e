package org.citylake.ingestion.quarantine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;

/**
 * Refused records as a file for the agency that sent them: its own columns and two of ours behind,
 * the line in its file and the reasons. The records' bytes are written as they came, so that the
 * agency sees what it sent.
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
    String encoding = source.format().encoding();
    Charset charset = Charset.forName(encoding.startsWith("GB18030") ? "GB18030" : encoding);
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
