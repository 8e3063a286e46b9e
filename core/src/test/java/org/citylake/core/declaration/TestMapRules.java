package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMapRules {
  private static final String MAP = "dashboard/maps/lake/";

  private CityFolder city;

  @SuppressWarnings("NullAway.Init")
  TestMapRules() {}

  @BeforeEach
  void start(@TempDir Path folder) {
    city = new CityFolder(folder);
    city.write(
        MAP + "map.yaml",
        """
        id: lake
        name-zh: 湖
        name-en: Lake
        area: '310000'
        outlines: outlines.json
        tiles: tiles.json
        origin: drawn by hand
        licence: CC0-1.0
        approval-number: null
        schematic: true
        """);
    city.write(
        MAP + "outlines.json", "{\"features\": [{\"id\": \"310101\"}, {\"id\": \"310104\"}]}");
    city.write(MAP + "tiles.json", "{\"310101\": [0, 0], \"310104\": [1, 0]}");
  }

  @Test
  void outlinesMayBePublishedWithAnApprovalNumberAlone() {
    assertThat(map().mayBePublished()).isFalse();

    city.change(MAP + "map.yaml", "approval-number: null", "approval-number: 沪S（2016）012号");

    assertThat(map().mayBePublished()).isTrue();
    assertThat(map().approvalNumber()).hasValue("沪S（2016）012号");
  }

  @Test
  void tilesAloneNeedNone() {
    city.change(MAP + "map.yaml", "outlines: outlines.json\n", "");

    assertThat(map().mayBePublished()).isTrue();
    assertThat(map().outlines()).isEmpty();
  }

  @Test
  void everyProblemIsToldAtOnce() {
    city.change(MAP + "tiles.json", "[1, 0]", "[0, 0], \"310105\": [2], \"310106\": [2, 0]");
    city.change(MAP + "outlines.json", "310104", "310999");

    assertThat(city.problems())
        .hasSize(5)
        .anySatisfy(p -> assertThat(p.toString()).contains("tile-taken", "310104"))
        .anySatisfy(p -> assertThat(p.toString()).contains("wrong-tile", "310105"))
        .anySatisfy(p -> assertThat(p.toString()).contains("tile-missing", "310999"))
        .anySatisfy(p -> assertThat(p.toString()).contains("outline-missing", "310104"))
        .anySatisfy(p -> assertThat(p.toString()).contains("outline-missing", "310106"));
  }

  @Test
  void filesMustBeThereAndTheNumberHasItsForm() {
    city.change(MAP + "map.yaml", "tiles: tiles.json", "tiles: else.json");

    assertThat(city.problems()).singleElement().asString().contains("missing-file", "else.json");

    city.change(MAP + "map.yaml", "approval-number: null", "approval-number: pending");

    assertThat(city.problems()).singleElement().asString().contains("wrong-form", "pending");
  }

  @Test
  void anAreaHasOneMap() {
    for (String file : List.of("map.yaml", "outlines.json", "tiles.json")) {
      city.write("dashboard/maps/pond/" + file, city.read(MAP + file));
    }
    city.change("dashboard/maps/pond/map.yaml", "id: lake", "id: pond");

    assertThat(city.problems()).singleElement().asString().contains("duplicate-map", "310000");
  }

  private MapDeclaration map() {
    return DeclarationReader.load(List.of(city.root())).maps().get(0);
  }
}
