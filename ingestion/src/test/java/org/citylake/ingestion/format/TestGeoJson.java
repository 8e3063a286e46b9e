package org.citylake.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.SourceRecord;
import org.junit.jupiter.api.Test;

/** Places are made up. */
class TestGeoJson {
  private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[121.47,31.23]}";
  private static final String BOW_TIE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[121,31],[122,32],[122,31],[121,32],[121,31]]]}";

  @Test
  void featuresBecomeRecordsWithTheirGeometryAsText() {
    assertThat(
            source()
                .read(
                    collection(
                        feature("\"id\":1.10,\"name\":\"甲\"", POINT),
                        feature("\"id\":12345678901234567890", "null"))))
        .containsExactly(
            "1: {c1=1.10, c2=甲, c3=POINT (121.47 31.23)}",
            "2: {c1=12345678901234567890, c2=null, c3=null}");
  }

  @Test
  void polygonThatCrossesItselfAndSwappedCoordinatesAreRefused() {
    List<String> records =
        source()
            .read(
                collection(
                    feature("\"id\":1", BOW_TIE),
                    feature("\"id\":2", "{\"type\":\"Point\",\"coordinates\":[31.23,121.47]}"),
                    feature("\"id\":3", "{\"type\":\"Point\",\"coordinates\":[\"a\"]}"),
                    "{\"type\":\"Point\"}"));
    assertThat(records.get(0)).startsWith("1: invalid-geometry: Self-intersection at 121.5 31.5");
    assertThat(records.get(1))
        .startsWith("2: coordinates: it reaches from 31.23 121.47")
        .contains("beyond the range of EPSG:4326");
    assertThat(records.get(2)).startsWith("3: invalid-geometry: the geometry is none by RFC 7946");
    assertThat(records.get(3)).isEqualTo("4: malformed: it is no GeoJSON Feature");
  }

  @Test
  void rangeDependsOnTheSystem() {
    byte[] metres =
        collection(feature("\"id\":1", "{\"type\":\"Point\",\"coordinates\":[-1250.5,3000]}"));
    assertThat(source().crs("local").read(metres))
        .containsExactly("1: {c1=1, c2=null, c3=POINT (-1250.5 3000)}");
    assertThat(source().crs("EPSG:4490").read(metres).get(0)).startsWith("1: coordinates:");
    byte[] london =
        collection(feature("\"id\":1", "{\"type\":\"Point\",\"coordinates\":[0.1,51]}"));
    assertThat(source().crs("GCJ-02").read(london).get(0)).startsWith("1: coordinates:");
  }

  @Test
  void refusedFeatureIsRefusedAgainFromItsBytes() {
    FormatSource source = source();
    LineParser parser = LineParser.of(source.build());
    for (SourceRecord record :
        source.records(
            collection(
                feature("\"id\":1,\"colour\":\"red\"", POINT), feature("\"id\":2", BOW_TIE)))) {
      assertThat(record.accepted()).isFalse();
      assertThat(
              parser
                  .parse(new RecordLine(record.line(), record.bytes()))
                  .records()
                  .get(0)
                  .reasons())
          .isEqualTo(record.reasons());
    }
  }

  @Test
  void fileThatIsCutOffOrNoCollectionIsRefusedWhole() {
    byte[] whole = collection(feature("\"id\":1", POINT), feature("\"id\":2", POINT));
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    assertThatThrownBy(() -> source().read(cut))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("it is not JSON, or was cut off while it was sent, at line 1");
    for (String other : List.of("[1]", "{\"type\":\"Feature\"}", "{\"features\":[]}")) {
      assertThatThrownBy(() -> source().read(other.getBytes(StandardCharsets.UTF_8)))
          .hasMessageContaining("GeoJSON FeatureCollection (RFC 7946)");
    }
  }

  private static FormatSource source() {
    return FormatSource.of("geojson", "id", "name", "geometry");
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":"
        + geometry
        + "}";
  }

  private static byte[] collection(String... features) {
    return ("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
