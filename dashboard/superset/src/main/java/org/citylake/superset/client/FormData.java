package org.citylake.superset.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * A file and fields as {@code multipart/form-data} (RFC 7578), which JDK's client does not make.
 */
final class FormData {
  private final String boundary = "citylake-" + UUID.randomUUID();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /**
   * The form of one file.
   *
   * @param field name of the file's field
   * @param file the file's name as it is told
   * @param content the file's bytes
   * @param fields the other fields
   */
  FormData(String field, String file, byte[] content, Map<String, String> fields) {
    fields.forEach(
        (name, value) -> {
          write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"");
          write("\r\n\r\n" + value + "\r\n");
        });
    write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"");
    write("; filename=\"" + file + "\"\r\nContent-Type: application/zip\r\n\r\n");
    body.writeBytes(content);
    write("\r\n--" + boundary + "--\r\n");
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  byte[] bytes() {
    return body.toByteArray();
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
