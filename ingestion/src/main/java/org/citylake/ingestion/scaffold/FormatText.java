package org.citylake.ingestion.scaffold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;

/** Writes the contract's {@code format}: what its type has, and nothing that is so by default. */
final class FormatText {
  private FormatText() {}

  static void write(FileFormat format, ObjectNode node) {
    node.put("type", format.type());
    switch (format.type()) {
      case "csv" -> {
        node.put("encoding", format.encoding());
        node.put("delimiter", String.valueOf(format.delimiter()));
        node.put("multiline", format.multiline());
      }
      case "jsonl", "shapefile" -> node.put("encoding", format.encoding());
      case "xlsx", "xls" -> sheet(format.sheet(), node);
      default -> {}
    }
    format.crs().ifPresent(crs -> node.put("crs", crs));
    if (format.packing().compression() != Compression.NONE) {
      node.put("compression", format.packing().compression().name().toLowerCase(Locale.ROOT));
    }
    node.put("delivery", format.delivery().name().toLowerCase(Locale.ROOT));
  }

  private static void sheet(SheetLayout layout, ObjectNode node) {
    layout.sheet().ifPresent(sheet -> node.put("sheet", sheet));
    if (layout.headerRows() > 1) {
      node.put("header-rows", layout.headerRows());
    }
    layout.unitNote().ifPresent(note -> node.put("unit-note", note.pattern()));
    if (!layout.skipRows().isEmpty()) {
      ArrayNode rows = node.putArray("skip-rows");
      layout.skipRows().forEach(pattern -> rows.add(pattern.pattern()));
    }
  }
}
