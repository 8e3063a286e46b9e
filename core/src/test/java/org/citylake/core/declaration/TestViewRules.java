package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestViewRules {
  private static final String VIEW = "lakehouse/views/people/";
  private static final String GROUP = "lakehouse/access/readers/";

  private CityFolder city;

  @SuppressWarnings("NullAway.Init")
  TestViewRules() {}

  @BeforeEach
  void start(@TempDir Path folder) {
    city = new CityFolder(folder);
    city.write(
        VIEW + "view.yaml",
        """
        id: people
        name-zh: 人口
        name-en: People
        description: Each row is one figure.
        columns:
          - {name: indicator_code, type: string, description: code}
        """);
    city.write(
        VIEW + "query.sql",
        """
        -- inputs: city.figure, declared.indicator
        SELECT i.indicator_code FROM city.figure f JOIN declared.indicator i ON true
        """);
    city.write(
        GROUP + "group.yaml",
        """
        id: readers
        name-zh: 读者
        name-en: Readers
        grants:
          - {tables: [city.figure], rows: all, level: general-1}
        views: [people]
        limits: {running: 1, queued: 1, memory-percent: 10}
        """);
    city.write(GROUP + "tests/member/sees.csv", "table,column,rows,sees\n");
  }

  @Test
  void aViewIsReadWithWhatItReads() {
    assertThat(city.problems()).isEmpty();
    ViewDeclaration view =
        DeclarationReader.load(List.of(city.root())).findView("people").orElseThrow();

    assertThat(view.tablesRead()).containsExactly("city.figure");
    assertThat(view.columns()).extracting(ViewDeclaration.Column::name).contains("indicator_code");
  }

  @Test
  void whatItReadsIsDeclaredAndNamed() {
    city.change(VIEW + "query.sql", "inputs: city.figure", "inputs: city.figures");

    assertThat(city.problems())
        .anySatisfy(p -> assertThat(p).contains("unknown-table", "city.figures"))
        .anySatisfy(p -> assertThat(p).contains("inputs-differ", "city.figure"));
  }

  @Test
  void aTableCannotReadAView() {
    city.change(
        CityFolder.TOTAL + "query.sql", "inputs: city.figure", "inputs: city.figure, views.people");

    assertThat(city.problems()).anySatisfy(p -> assertThat(p).contains("views.people"));
  }

  @Test
  void aGroupIsShownViewsOfWhatItIsGranted() {
    city.change(GROUP + "group.yaml", "[city.figure]", "[metric.total]");
    assertThat(city.problems())
        .singleElement()
        .asString()
        .contains("view-not-seen", "The view reads city.figure");

    city.change(GROUP + "group.yaml", "views: [people]", "views: [peoples]");
    assertThat(city.problems())
        .singleElement()
        .asString()
        .contains("unknown-view", "There is no view 'peoples'", "people");
  }
}
