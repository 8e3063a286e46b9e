package org.citylake.ingestion.generate;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;

/** Lines of a source's CSV as its agency writes them. */
final class LineFormat {
  private static final Pattern DAY = Pattern.compile("\\d{4}.\\d.*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+([.]\\d+)?");

  private final char delimiter;
  private final Charset charset;
  private final List<String> missing = new ArrayList<>();
  private final List<@Nullable String> header = new ArrayList<>();

  LineFormat(SourceDeclaration source) {
    this.delimiter = source.format().delimiter();
    String encoding = source.format().encoding();
    this.charset = Charset.forName(encoding.startsWith("GB18030") ? "GB18030" : encoding);
    for (ContractProperty property : source.contract().properties()) {
      header.add(property.physicalName());
      missing.add(missing(property.type(), source.format().missingValues()));
    }
  }

  /** The text of that column that means none: of its own kind where the contract has one. */
  private static String missing(LogicalType type, List<String> texts) {
    for (String text : texts) {
      boolean day = DAY.matcher(text).matches();
      boolean number = NUMBER.matcher(text).matches();
      boolean fits =
          switch (type) {
            case DATE, TIMESTAMP -> day || !number;
            case INTEGER, NUMBER -> !day;
            default -> !day && !number;
          };
      if (fits) {
        return text;
      }
    }
    return "";
  }

  Charset charset() {
    return charset;
  }

  /** The first line. */
  String header() {
    return line(header);
  }

  /** A row's line, without its end. */
  String line(List<@Nullable String> texts) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        line.append(delimiter);
      }
      String text = texts.get(i);
      line.append(quoted(text == null ? missing.get(i) : text));
    }
    return line.toString();
  }

  private String quoted(String text) {
    boolean plain =
        text.indexOf(delimiter) < 0
            && text.indexOf('"') < 0
            && text.indexOf('\n') < 0
            && text.indexOf('\r') < 0;
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
