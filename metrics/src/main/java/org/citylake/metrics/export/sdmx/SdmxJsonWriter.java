package org.citylake.metrics.export.sdmx;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;
import org.citylake.metrics.export.CellText;
import org.citylake.metrics.export.ContentsWriter;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.ExportReference.Names;
import org.citylake.metrics.export.WrittenFile;
import org.jspecify.annotations.Nullable;

/**
 * A data message of SDMX-JSON 2.0.0 for the indicator values and one for the scores, each in a file
 * {@code TABLE.sdmx.json}. Observations are flat (all dimensions at the observation) and streamed;
 * a missing value is null with the status M. Other tables have no data structure and are left out.
 *
 * <p>Source: SDMX-JSON Data Message 2.0.0 (SDMX 3.0), field guide and schema.
 */
public final class SdmxJsonWriter implements ContentsWriter {
  private static final String SCHEMA =
      "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/"
          + "sdmx-json-data-schema.json";

  @Override
  public String format() {
    return "sdmx-json";
  }

  @Override
  public List<WrittenFile> write(ExportContents contents, Path folder) throws IOException {
    List<WrittenFile> files = new ArrayList<>();
    for (var table : contents.tables()) {
      Optional<SdmxTable> structured = SdmxTable.of(table, contents.reference());
      if (structured.isPresent()) {
        String name = table.name() + ".sdmx.json";
        long rows = write(contents, structured.get(), folder.resolve(name));
        files.add(WrittenFile.of(name, table, rows));
      }
    }
    return files;
  }

  private static long write(ExportContents contents, SdmxTable table, Path file)
      throws IOException {
    Map<String, Codes> codes = Codes.of(table);
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = Json.mapper().createGenerator(out, JsonEncoding.UTF8)) {
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      json.writeStartObject();
      meta(json, contents, table);
      json.writeObjectFieldStart("data");
      new SdmxStructure(json, table, codes)
          .write(new Names(table.table().nameZh(), table.table().nameEn()), notes(contents));
      long rows = dataSet(json, table, codes);
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
      return rows;
    }
  }

  private static void meta(JsonGenerator json, ExportContents contents, SdmxTable table)
      throws IOException {
    json.writeObjectFieldStart("meta");
    json.writeStringField("schema", SCHEMA);
    json.writeStringField(
        "id",
        contents.export().name() + "-" + table.structure() + "-" + contents.facts().releaseId());
    json.writeBooleanField("test", false);
    json.writeStringField(
        "prepared", DateTimeFormatter.ISO_INSTANT.format(contents.facts().createdAt()));
    json.writeArrayFieldStart("contentLanguages");
    json.writeString("zh");
    json.writeString("en");
    json.writeEndArray();
    json.writeStringField("name", contents.export().titleZh());
    json.writeObjectFieldStart("names");
    json.writeStringField("zh", contents.export().titleZh());
    json.writeStringField("en", contents.export().titleEn());
    json.writeEndObject();
    json.writeObjectFieldStart("sender");
    json.writeStringField("id", "CITYLAKE");
    json.writeStringField("name", "CityLake");
    json.writeEndObject();
    json.writeEndObject();
  }

  private static List<String> notes(ExportContents contents) {
    List<String> notes = new ArrayList<>();
    contents
        .facts()
        .editionModels()
        .forEach(
            (edition, model) -> {
              if (model) {
                notes.add(edition + ": 模型，不是官方指数 a model, no official index");
              }
            });
    if (contents.facts().synthetic()) {
      notes.add("含有合成数据 contains synthetic data");
    }
    return notes;
  }

  private static long dataSet(JsonGenerator json, SdmxTable table, Map<String, Codes> codes)
      throws IOException {
    long rows = 0;
    Set<String> keys = new HashSet<>();
    json.writeArrayFieldStart("dataSets");
    json.writeStartObject();
    json.writeNumberField("structure", 0);
    json.writeStringField("action", "Replace");
    links(json, table.structure());
    json.writeObjectFieldStart("observations");
    for (Map<String, ?> row : table.table().rows()) {
      String key = key(table, codes, row);
      if (!keys.add(key)) {
        throw new CityLakeException(
            Kind.DATA,
            "Cannot export "
                + table.table().name()
                + " as sdmx-json: two rows have the key of "
                + row);
      }
      json.writeRaw('\n');
      json.writeArrayFieldStart(key);
      json.writePOJO(CellText.json(row.get(table.measure())));
      for (Component attribute : table.attributes()) {
        attribute(json, attribute, codes, row);
      }
      json.writeEndArray();
      rows++;
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    return rows;
  }

  private static String key(SdmxTable table, Map<String, Codes> codes, Map<String, ?> row) {
    StringBuilder key = new StringBuilder();
    for (Component dimension : table.dimensions()) {
      key.append(key.isEmpty() ? "" : ":").append(place(dimension, codes, row));
    }
    return key.toString();
  }

  private static void attribute(
      JsonGenerator json, Component attribute, Map<String, Codes> codes, Map<String, ?> row)
      throws IOException {
    if (attribute.kind() == Component.Kind.PLAIN) {
      json.writePOJO(CellText.json(attribute.value().apply(row)));
      return;
    }
    Integer place = place(attribute, codes, row);
    if (place == null) {
      json.writeNull();
    } else {
      json.writeNumber(place);
    }
  }

  private static @Nullable Integer place(
      Component component, Map<String, Codes> codes, Map<String, ?> row) {
    Codes known = codes.get(component.id());
    return known == null ? null : known.places().get(component.text(row));
  }

  static void links(JsonGenerator json, String structure) throws IOException {
    json.writeArrayFieldStart("links");
    json.writeStartObject();
    json.writeStringField(
        "urn",
        "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=CITYLAKE:" + structure + "(1.0)");
    json.writeStringField("rel", "structure");
    json.writeEndObject();
    json.writeEndArray();
  }
}
