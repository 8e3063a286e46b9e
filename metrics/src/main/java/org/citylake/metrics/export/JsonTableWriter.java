package org.citylake.metrics.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.core.json.Json;

/**
 * JSON: one object with the table's name, its columns and {@code rows}, one row per line. Every row
 * has every column, null where there is no value; decimals are plain numbers, snapshot ids text.
 */
final class JsonTableWriter implements TableFileWriter {
  @Override
  public String format() {
    return "json";
  }

  @Override
  public long write(ExportTable table, Path file) throws IOException {
    long count = 0;
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = Json.mapper().createGenerator(out, JsonEncoding.UTF8)) {
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      json.writeStartObject();
      json.writeStringField("table", table.name());
      json.writeStringField("name_zh", table.nameZh());
      json.writeStringField("name_en", table.nameEn());
      json.writeArrayFieldStart("columns");
      for (ExportColumn column : table.columns()) {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.type());
        json.writeStringField("name_zh", column.nameZh());
        json.writeStringField("description", column.description());
        json.writeStringField("unit", column.unit());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("rows");
      for (Map<String, ?> row : table.rows()) {
        json.writeRaw('\n');
        json.writeStartObject();
        for (ExportColumn column : table.columns()) {
          json.writeFieldName(column.name());
          json.writePOJO(CellText.json(row.get(column.name())));
        }
        json.writeEndObject();
        count++;
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return count;
  }
}
