package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citylake.core.declaration.CityFolder.SOURCE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFormatRules {
  private static final String WRITTEN = "{type: csv, delivery: full,";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: xlsx, compression: zip | A file of type xlsx is not packed again; leave it out (compression)
          type: csv, entry: a.csv | Only a zip has entries: add compression: zip, or leave entry out (entry)
          type: csv, sheet: a | Only a file of type xlsx or xls has sheets; leave it out (sheet)
          type: csv, crs: local | Only a file of type geojson or shapefile has coordinates; leave it out (crs)
          type: shapefile, compression: zip | A file of type shapefile is not packed again; leave it out (compression)
          type: geojson, encoding: GBK | GeoJSON is written in UTF-8 (RFC 7946); leave it out (encoding)
          type: xlsx, skip-rows: ["("] | It is no regular expression; correct it (()
          type: xlsx, unit-note: "[" | It is no regular expression; correct it ([)
          """)
  void keysThatDoNotGoTogetherAreReported(String format, String problem) {
    assertThat(problems(format)).singleElement().asString().endsWith("[format] " + problem);
  }

  @Test
  void keysThatGoTogetherAreNot() {
    assertThat(problems("type: csv, compression: zip, entry: \"*.csv\", header: by-name"))
        .isEmpty();
    assertThat(problems("type: xlsx, sheet: a, header-rows: 2, skip-rows: [合计]")).isEmpty();
    assertThat(problems("type: xls, sheet: a, skip-rows: [合计]")).isEmpty();
    assertThat(problems("type: shapefile, encoding: GBK, entry: '*_面.shp', crs: EPSG:4490"))
        .isEmpty();
    assertThat(problems("type: geojson, crs: EPSG:4490")).isEmpty();
  }

  @Test
  void aCaseIsNamedAfterItsFile() {
    CityFolder city = new CityFolder(folder);
    city.write(SOURCE + "tests/plain/input.csv.gz", "any");
    city.delete(SOURCE + "tests/plain/input.csv");
    assertThat(city.problems()).isEmpty();
    city.delete(SOURCE + "tests/plain/input.csv.gz");
    assertThat(city.problems())
        .singleElement()
        .asString()
        .endsWith("[test-missing] The test case lacks input.* (tests/plain/input.*)");
  }

  private List<String> problems(String format) {
    CityFolder city = new CityFolder(folder);
    city.change(SOURCE + "contract.odcs.yaml", WRITTEN, "{" + format + ", delivery: full,");
    return city.problems();
  }
}
