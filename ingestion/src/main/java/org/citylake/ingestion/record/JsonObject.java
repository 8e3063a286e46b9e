package org.citylake.ingestion.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.BadValueException;
import org.citylake.ingestion.type.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object (RFC 8259) taken apart into the texts of its values. A number keeps the text that
 * it is written with; the members of an inner object have names joined by a slash.
 *
 * @param values names to texts, null where the object says null
 * @param unknown names that no column has
 * @param refused reasons that the object itself brings, see {@link RecordJson#REFUSED}
 */
record JsonObject(
    Map<String, @Nullable String> values, List<String> unknown, List<Finding> refused) {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Takes an object apart.
   *
   * @param names of the columns
   * @param paths names that lead to columns, such as {@code location} for {@code location/lon}
   * @param shown how values are shown: the library's own words repeat what it stumbled over
   * @throws BadValueException when the text is not exactly one object; the message says where
   */
  static JsonObject parse(String text, Set<String> names, Set<String> paths, ShownValue shown)
      throws BadValueException {
    JsonObject object = new JsonObject(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BadValueException("the line is no JSON object: one object a line", null);
      }
      object.members(json, "", names, paths);
      if (json.nextToken() != null) {
        throw new BadValueException("something follows the object: one object a line", null);
      }
    } catch (JsonEOFException e) {
      throw new BadValueException("not JSON by RFC 8259: the object is not closed", e);
    } catch (JsonProcessingException e) {
      int place = e.getLocation().getColumnNr();
      throw shown == ShownValue.PERSONAL
          ? new BadValueException("not JSON by RFC 8259 at character " + place, null)
          : new BadValueException(
              "not JSON by RFC 8259: " + e.getOriginalMessage() + " (character " + place + ")", e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("reading from a text cannot fail", e);
    }
    return object;
  }

  private void members(JsonParser json, String prefix, Set<String> names, Set<String> paths)
      throws IOException, BadValueException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + json.currentName();
      JsonToken token = json.nextToken();
      if (prefix.isEmpty() && name.equals(RecordJson.REFUSED) && token == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          refused.add(Finding.error(json.currentName(), json.nextTextValue()));
        }
      } else if (token == JsonToken.START_OBJECT && paths.contains(name)) {
        members(json, name + "/", names, paths);
      } else if (!names.contains(name)) {
        boolean emptyPath = token == JsonToken.VALUE_NULL && paths.contains(name);
        if (!emptyPath) {
          unknown.add(name);
          json.skipChildren();
        }
      } else if (token.isStructStart()) {
        throw new BadValueException(
            name + " is no single value: send a text, a number, true, false or null", null);
      } else if (values.containsKey(name)) {
        throw new BadValueException(name + " stands in it twice: send it once", null);
      } else {
        values.put(name, token == JsonToken.VALUE_NULL ? null : json.getText());
      }
    }
  }
}
