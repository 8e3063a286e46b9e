package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPageRules {
  private CityFolder city;

  @SuppressWarnings("NullAway.Init")
  TestPageRules() {}

  @BeforeEach
  void start(@TempDir Path folder) {
    city = new CityFolder(folder);
  }

  @Test
  void aTileNamesDeclaredIndicatorsOnly() {
    city.change(CityFolder.PAGE, "{indicator: people}", "{indicators: [people, horses]}");

    assertThat(city.problems()).singleElement().asString().contains("unknown-indicator", "horses");
  }

  @Test
  void anOptionalTileMayWaitForItsIndicator() {
    city.change(CityFolder.PAGE, "{indicator: people}", "{indicator: horses, optional: true}");

    assertThat(city.problems()).isEmpty();
  }

  @Test
  void aPageTellsItsGroupAndItsSections() {
    city.change(CityFolder.PAGE, "order: 1", "group-zh: 专题\ngroup-en: Themes\norder: 1");
    city.change(
        CityFolder.PAGE,
        "title-en: Ranking,",
        "title-en: Ranking, section-zh: 早, section-en: Morning, width: half,");

    PageDeclaration page = DeclarationReader.load(List.of(city.root())).pages().get(0);

    assertThat(page.groupEn()).isEqualTo("Themes");
    assertThat(page.tiles().get(0).sectionZh()).isEqualTo("早");
    assertThat(page.tiles().get(0).width()).isEqualTo("half");
  }

  @Test
  void aPageMayBeMailedAndItsHoursAreChecked() {
    city.change(
        CityFolder.PAGE,
        "order: 1",
        "report: {cron: \"0 8 * * 1\", zone: Asia/Shanghai, recipients: [office@example.org]}\norder: 1");

    assertThat(DeclarationReader.load(List.of(city.root())).pages().get(0).report())
        .contains(
            new PageDeclaration.Report(
                "0 8 * * 1", "Asia/Shanghai", List.of("office@example.org")));
    city.change(CityFolder.PAGE, "zone: Asia/Shanghai", "zone: Asia/Shanghay");
    assertThat(city.problems())
        .singleElement()
        .asString()
        .contains("[zone] There is no such time zone; did you mean 'Asia/Shanghai'?");
  }
}
