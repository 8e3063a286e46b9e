package org.citylake.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.SourceRecord;
import org.junit.jupiter.api.Test;

/** Shapefiles as agencies send them. Places are made up. */
class TestShapefiles {
  private static final String SQUARE = "POLYGON ((121 31, 121 31.1, 121.1 31.1, 121.1 31, 121 31))";
  private static final DBFField CODE = new DBFField("街镇代码", DBFDataType.CHARACTER, 12);
  private static final DBFField NAME = new DBFField("NAME", DBFDataType.CHARACTER, 20);
  private static final DBFField AREA = new DBFField("AREA_KM2", DBFDataType.NUMERIC, 12, 4);
  private static final DBFField DAY = new DBFField("UPDATED", DBFDataType.DATE);
  private static final DBFField OPEN = new DBFField("OPEN", DBFDataType.LOGICAL);

  @Test
  void attributesKeepTheirTextAndGeometriesBecomeWellKnownText() {
    Date day = new GregorianCalendar(2016, 0, 2).getTime();
    byte[] file =
        new ShapefileWriter("GBK", CODE, NAME, AREA, DAY, OPEN)
            .feature(SQUARE, "310101001", "样例街道", new BigDecimal("0.0100"), day, true)
            .feature("MULTIPOINT ((121.5 31.2), (121.6 31.3))", "310101002", null, null, null, null)
            .feature("LINESTRING (121.5 31.2, 121.6 31.3)", "3", "b", null, null, false)
            .feature(null, "4", "c", null, null, null)
            .note("prj", ShapefileWriter.CHINA_2000)
            .note("cpg", "GBK\r\n")
            .zip();
    FormatSource source =
        FormatSource.of("shapefile", "街镇代码", "NAME", "AREA_KM2", "UPDATED", "OPEN", "geometry")
            .crs("EPSG:4490");
    assertThat(source.read(file))
        .containsExactly(
            "1: {c1=310101001, c2=样例街道, c3=0.0100, c4=2016-01-02, c5=true, c6=" + SQUARE + "}",
            "2: {c1=310101002, c2=null, c3=null, c4=null, c5=null,"
                + " c6=MULTIPOINT ((121.5 31.2), (121.6 31.3))}",
            "3: {c1=3, c2=b, c3=null, c4=null, c5=false,"
                + " c6=LINESTRING (121.5 31.2, 121.6 31.3)}",
            "4: {c1=4, c2=c, c3=null, c4=null, c5=null, c6=null}");
  }

  @Test
  void holesFindTheirRingWhateverTheOrder() {
    byte[] shape =
        polygon(
            "20 0, 20 10, 30 10, 30 0, 20 0",
            "2 2, 4 2, 4 4, 2 4, 2 2",
            "0 0, 0 10, 10 10, 10 0, 0 0");
    byte[] reversed = polygon("0 0, 10 0, 10 10, 0 10, 0 0");
    byte[] astray = polygon("0 0, 0 10, 10 10, 10 0, 0 0", "50 50, 51 50, 51 51, 50 51, 50 50");
    byte[] file = layer().shape(shape, "1").shape(reversed, "2").shape(astray, "3").zip();
    List<String> records = source().read(file);
    assertThat(records)
        .startsWith(
            "1: {c1=1, c2=MULTIPOLYGON (((20 0, 20 10, 30 10, 30 0, 20 0)), ((0 0, 0 10, 10 10,"
                + " 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2)))}",
            "2: {c1=2, c2=POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))}");
    assertThat(records.get(2))
        .startsWith("3: invalid-geometry: the geometry is none by ESRI's description")
        .contains("one of its holes lies in no outer ring");
  }

  @Test
  void brokenGeometriesAreRefusedOneByOneAndAgainFromTheirBytes() {
    byte[] bowTie = polygon("121 31, 122 32, 122.5 31, 121 32, 121 31");
    byte[] lie = ShapefileWriter.shape(SQUARE);
    ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 1_000_000_000);
    byte[] multipatch = ShapefileWriter.shape(SQUARE);
    ByteBuffer.wrap(multipatch).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 31);
    byte[] file =
        layer()
            .shape(bowTie, "1")
            .feature("POINT (31.23 121.47)", "2")
            .shape(lie, "3")
            .shape(multipatch, "4")
            .feature(SQUARE, "5")
            .zip();
    FormatSource source = source();
    List<SourceRecord> records = source.records(file);
    assertThat(records.stream().map(r -> String.join("", r.reasons()).split(":")[0]))
        .containsExactly(
            "invalid-geometry", "coordinates", "invalid-geometry", "invalid-geometry", "");
    assertThat(records.get(2).reasons().get(0)).contains("it counts more points than it holds");
    LineParser parser = LineParser.of(source.build());
    for (SourceRecord record : records.subList(0, 4)) {
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
  void anotherSystemOfCoordinatesStops() {
    String beijing =
        "PROJCS[\"Beijing_1954_3_Degree_GK_CM_120E\",GEOGCS[\"GCS_Beijing_1954\",DATUM["
            + "\"D_Beijing_1954\",SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]],PRIMEM["
            + "\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],UNIT[\"Meter\",1.0]]";
    ShapefileWriter shapefile =
        new ShapefileWriter("GBK", CODE).feature("POINT (121.47 31.23)", "1").note("prj", beijing);
    assertThatThrownBy(() -> source().crs("EPSG:4490").read(shapefile.zip()))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("of Beijing_1954_3_Degree_GK_CM_120E (PROJCS, datum D_Beijing_1954)")
        .hasMessageContaining("where the contract's crs is EPSG:4490: transform them");
    assertThat(source().crs("local").read(shapefile.zip())).hasSize(1);
    shapefile.note("prj", ShapefileWriter.CHINA_2000);
    assertThat(source().crs("EPSG:4490").read(shapefile.zip())).hasSize(1);
    for (String other : List.of("EPSG:4326", "GCJ-02", "local")) {
      assertThatThrownBy(() -> source().crs(other).read(shapefile.zip()))
          .hasMessageContaining("where the contract's crs is " + other);
    }
    byte[] without = new ShapefileWriter("GBK", CODE).feature("POINT (1 2)", "1").zip();
    assertThatThrownBy(() -> source().read(without)).hasMessageContaining("has no .prj");
    assertThat(source().crs("local").read(without)).hasSize(1);
  }

  @Test
  void textsAreReadByTheCpgElseByTheContract() {
    ShapefileWriter shapefile = layer().feature("POINT (121 31)", "样例");
    assertThat(source().read(shapefile.zip())).contains("1: {c1=样例, c2=POINT (121 31)}");
    assertThat(source().encoding("GB18030-2022").read(shapefile.zip()).get(0)).contains("样例");
    assertThatThrownBy(() -> source().encoding("UTF-8").read(shapefile.zip()))
        .hasMessageContaining("The columns changed");
    assertThat(source().encoding("UTF-8").read(shapefile.note("cpg", "ANSI 936").zip()).get(0))
        .contains("样例");
    assertThatThrownBy(() -> source().encoding("UTF-8").read(shapefile.note("cpg", "Big5").zip()))
        .hasMessageContaining("its .cpg names the encoding 'Big5', which is not read");
  }

  @Test
  void characterCutInHalfAndADeletedRowAreRefused() {
    ShapefileWriter shapefile =
        layer().feature("POINT (121 31)", "样例街道样例").feature("POINT (121 31)", "b");
    byte[] dbf = shapefile.note("cpg", "GBK").dbf();
    int rows = dbf.length - 1 - 2 * 13;
    dbf[rows + 12] = ' ';
    dbf[rows + 13] = '*';
    Map<String, byte[]> files = files(shapefile, dbf);
    List<String> records = source().read(ShapefileWriter.zip(files));
    assertThat(records.get(0)).startsWith("1: encoding: 街镇代码: byte 11 of the line");
    assertThat(records.get(1)).startsWith("2: deleted-row: ");
  }

  @Test
  void changedColumnsStop() {
    byte[] file =
        new ShapefileWriter("GBK", CODE, NAME)
            .feature("POINT (121 31)", "1", "a")
            .note("prj", ShapefileWriter.CHINA_2000)
            .zip();
    assertThatThrownBy(() -> source().crs("EPSG:4490").read(file))
        .hasMessageContaining("The columns changed in sent of source s")
        .hasMessageContaining("\n  + NAME\n");
  }

  @Test
  void whatIsMissingOrCutOffIsRefusedWhole() {
    ShapefileWriter two = layer().feature("POINT (121 31)", "1").feature("POINT (121 31)", "2");
    ShapefileWriter one = layer().feature("POINT (121 31)", "1");
    two.note("cpg", "GBK");
    Map<String, byte[]> without = files(two, two.dbf());
    without.remove("layer.dbf");
    assertThatThrownBy(() -> source().read(ShapefileWriter.zip(without)))
        .hasMessageContaining("the zip archive has no layer.dbf, which holds the attributes");
    assertThatThrownBy(() -> source().read(ShapefileWriter.zip(files(two, one.dbf()))))
        .hasMessageContaining("its .dbf ends after 1 records and the other file goes on");
    Map<String, byte[]> cut = files(two, two.dbf());
    cut.put("layer.shp", Arrays.copyOf(two.shp(), two.shp().length - 4));
    assertThatThrownBy(() -> source().read(ShapefileWriter.zip(cut)))
        .hasMessageContaining("its .shp was cut off or altered");
    byte[] dbf = two.dbf();
    assertThatThrownBy(
            () ->
                source().read(ShapefileWriter.zip(files(two, Arrays.copyOf(dbf, dbf.length - 9)))))
        .hasMessageContaining("its .dbf is no whole dBASE table");
    assertThatThrownBy(() -> source().read("x".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("it is no zip archive: pack all files of the shapefile");
    Map<String, byte[]> several = files(two, two.dbf());
    several.put("other.shp", two.shp());
    assertThatThrownBy(() -> source().read(ShapefileWriter.zip(several)))
        .hasMessageContaining("the zip archive has 2 files");
    Map<String, byte[]> leading = files(two, two.dbf());
    leading.put("../layer.sbn", new byte[1]);
    assertThatThrownBy(() -> source().read(ShapefileWriter.zip(leading)))
        .hasMessageContaining("leads out of its folder");
  }

  private static ShapefileWriter layer() {
    return new ShapefileWriter("GBK", CODE)
        .note(
            "prj",
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
                + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]");
  }

  private static FormatSource source() {
    return FormatSource.of("shapefile", "街镇代码", "geometry").encoding("GBK");
  }

  private static Map<String, byte[]> files(ShapefileWriter shapefile, byte[] dbf) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("layer.shp", shapefile.shp());
    files.put("layer.dbf", dbf);
    files.put("layer.cpg", "GBK".getBytes(StandardCharsets.UTF_8));
    files.put("layer.prj", "GEOGCS[\"a\",DATUM[\"WGS_1984\"]]".getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static byte[] polygon(String... rings) {
    List<double[][]> points =
        Arrays.stream(rings)
            .map(
                ring ->
                    Arrays.stream(ring.split(", "))
                        .map(
                            p ->
                                Arrays.stream(p.split(" "))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray())
                        .toArray(double[][]::new))
            .toList();
    int count = points.stream().mapToInt(p -> p.length).sum();
    ByteBuffer shape =
        ByteBuffer.allocate(44 + 4 * rings.length + 16 * count).order(ByteOrder.LITTLE_ENDIAN);
    shape.putInt(5).position(36);
    shape.putInt(rings.length).putInt(count);
    int start = 0;
    for (double[][] ring : points) {
      shape.putInt(start);
      start += ring.length;
    }
    points.forEach(ring -> Arrays.stream(ring).forEach(p -> shape.putDouble(p[0]).putDouble(p[1])));
    return shape.array();
  }
}
