package org.citylake.metrics.export.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.citylake.metrics.export.ExportReference.Names;

/**
 * Writes the {@code structures} of a data message: dimensions, measure and attributes with the
 * values that the observations point to.
 *
 * @param json where to
 * @param table the data structure
 * @param codes the values of each component
 */
record SdmxStructure(JsonGenerator json, SdmxTable table, Map<String, Codes> codes) {
  void write(Names names, List<String> notes) throws IOException {
    json.writeArrayFieldStart("structures");
    json.writeStartObject();
    json.writeArrayFieldStart("dataSets");
    json.writeNumber(0);
    json.writeEndArray();
    SdmxJsonWriter.links(json, table.structure());
    names(names);
    json.writeObjectFieldStart("dimensions");
    json.writeArrayFieldStart("observation");
    for (int i = 0; i < table.dimensions().size(); i++) {
      dimension(i, table.dimensions().get(i));
    }
    json.writeEndArray();
    json.writeEndObject();
    measure();
    json.writeObjectFieldStart("attributes");
    json.writeArrayFieldStart("observation");
    for (Component attribute : table.attributes()) {
      attribute(attribute);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayFieldStart("annotations");
    for (String note : notes) {
      json.writeStartObject();
      json.writeStringField("type", "NOTE");
      json.writeStringField("text", note);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void dimension(int place, Component dimension) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", dimension.id());
    names(dimension.names());
    json.writeNumberField("keyPosition", place);
    if (dimension.kind() == Component.Kind.TIME) {
      json.writeArrayFieldStart("roles");
      json.writeString("TIME_PERIOD");
      json.writeEndArray();
      format("ObservationalTimePeriod");
    }
    values(dimension);
    json.writeEndObject();
  }

  private void measure() throws IOException {
    json.writeObjectFieldStart("measures");
    json.writeArrayFieldStart("observation");
    json.writeStartObject();
    json.writeStringField("id", "OBS_VALUE");
    names(new Names("观测值", "Observation value"));
    json.writeBooleanField("isMandatory", false);
    format("Double");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void attribute(Component attribute) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", attribute.id());
    names(attribute.names());
    json.writeBooleanField("isMandatory", attribute.id().equals("OBS_STATUS"));
    json.writeObjectFieldStart("relationship");
    json.writeObjectFieldStart("observation");
    json.writeEndObject();
    json.writeEndObject();
    if (attribute.kind() != Component.Kind.PLAIN) {
      values(attribute);
    }
    json.writeEndObject();
  }

  private void values(Component component) throws IOException {
    Codes known = codes.getOrDefault(component.id(), new Codes(List.of(), Map.of()));
    if (known.values().isEmpty() && table.attributes().contains(component)) {
      return;
    }
    json.writeArrayFieldStart("values");
    for (String value : known.values()) {
      json.writeRaw('\n');
      json.writeStartObject();
      if (component.kind() == Component.Kind.TIME) {
        json.writeStringField("value", value);
      } else {
        json.writeStringField("id", value);
        names(component.label().apply(value));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void format(String type) throws IOException {
    json.writeObjectFieldStart("format");
    json.writeStringField("dataType", type);
    json.writeEndObject();
  }

  private void names(Names names) throws IOException {
    json.writeStringField("name", names.zh());
    json.writeObjectFieldStart("names");
    json.writeStringField("zh", names.zh());
    json.writeStringField("en", names.en());
    json.writeEndObject();
  }
}
