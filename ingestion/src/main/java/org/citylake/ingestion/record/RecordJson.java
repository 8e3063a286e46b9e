package org.citylake.ingestion.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.citylake.ingestion.quality.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that are kept of a record that does not stand on a line of text: one JSON object in
 * UTF-8, from each column's name in the file to its text. What the file shows and no text can hold,
 * such as merged cells, stands under {@value #REFUSED}, so that the bytes alone refuse the record
 * again.
 */
public final class RecordJson {
  /** Key of the reasons, an object from rule to message. */
  public static final String REFUSED = "$refused";

  private static final JsonFactory JSON = new JsonFactory();

  private RecordJson() {}

  /**
   * Writes a record.
   *
   * @param row name in the file to text, null for a missing value, in the file's order
   * @param refused why the record cannot be taken; empty when it can
   */
  public static byte[] write(Map<String, ? extends @Nullable String> row, List<Finding> refused) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      for (Map.Entry<String, ? extends @Nullable String> column : row.entrySet()) {
        json.writeStringField(column.getKey(), column.getValue());
      }
      if (!refused.isEmpty()) {
        json.writeObjectFieldStart(REFUSED);
        for (Finding finding : refused) {
          json.writeStringField(finding.rule(), finding.message());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
