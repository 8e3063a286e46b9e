package org.citylake.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.PageDeclaration.Tile;
import org.citylake.core.home.Home;
import org.citylake.dashboard.SampleCity;
import org.citylake.dashboard.compile.PageDocuments;
import org.citylake.dashboard.server.DashboardServer;
import org.citylake.dashboard.store.StoreWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ITOverviewPage {
  /** Share of the chart's points that are drawn, and the number of series, by tile. */
  private static final String DRAWN =
      """
      const done = arguments[arguments.length - 1];
      import('/vendor/echarts.js').then((echarts) => {
        done([...document.querySelectorAll('.chart')].map((node) => {
          const canvas = node.querySelector('canvas');
          const pixels = canvas.getContext('2d')
              .getImageData(0, 0, canvas.width, canvas.height).data;
          let drawn = 0;
          for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) drawn++;
          const option = echarts.getInstanceByDom(node).getOption();
          return option.series.map((s) => s.type).join(' ') + ' '
              + (drawn > 2000 ? 'drawn' : 'blank');
        }));
      });
      """;

  private DashboardServer server;
  private Browser browser;

  @SuppressWarnings("NullAway.Init")
  ITOverviewPage() {}

  @BeforeAll
  void start(@TempDir Path folder) {
    browser = Browser.open();
    Home home = new Home(folder);
    home.create();
    StoreWriter.write(
        home,
        SampleCity.RELEASE,
        PageDocuments.compile(SampleCity.release(), SampleCity.rows(), SampleCity.library()));
    server = DashboardServer.start(home, SampleCity.library(), 0);
  }

  @AfterAll
  @SuppressWarnings("NullAway")
  void stop() {
    if (server != null) {
      server.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyTileIsDrawnInChinese() throws IOException {
    browser.show(server.uri().toString(), 1440, 1000);

    assertThat(text("h2")).contains("各区分布", "各区排序", "规划目标与完成情况", "规划目标达成度指数", "PM2.5 日均浓度");
    assertThat(browser.driver().getTitle()).isEqualTo("全市总览 · 城市湖");
    seesEverything();
    assertThat(text(".rank-name").get(0)).isEqualTo("虹口");
    assertThat(text(".chip")).contains("模型", "未评分");
    browser.picture("overview-zh-1440");
  }

  @Test
  void everyTileIsDrawnInEnglish() throws IOException {
    browser.show(server.uri() + "?lang=en&theme=dark", 1440, 1000);

    assertThat(text("h2")).contains("By district", "Plan targets and attainment");
    seesEverything();
    assertThat(text(".rank-name").get(0)).isEqualTo("Hongkou");
    assertThat(text(".chip")).contains("Model", "Unscored", "above the limit", "not valid");
    browser.picture("overview-en-dark-1440");
  }

  @Test
  void whyTheReleaseWasMadeAndWhatItCorrectsIsSaid() {
    browser.show(server.uri() + "?lang=en", 1440, 1000);

    assertThat(text(".about strong")).contains("corrects 20261101-99887766-final");
    assertThat(text("#bottom .where"))
        .contains("Why it was made: Area of <310101> corrected")
        .doesNotContain("null");
  }

  @Test
  void nothingOverflowsOnPhoneDeskAndWall() throws IOException {
    for (int width : new int[] {390, 1000, 2560}) {
      for (String query : List.of("", "?lang=en&theme=dark")) {
        browser.show(server.uri() + query, width, width < 600 ? 844 : 1440);

        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
            .as("width %s %s", width, query)
            .isEqualTo(true);
        browser.picture("overview-" + width + (query.isEmpty() ? "-zh" : "-en-dark"));
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void keyboardChoosesDistrictAndItsEvidenceOpens() throws IOException {
    browser.show(server.uri() + "?indicator=broadband_usage_rate", 1440, 1000);

    browser
        .driver()
        .findElement(By.cssSelector("[data-focus='tile-1-310106']"))
        .sendKeys(Keys.ENTER);
    browser.settled();
    browser.run("document.querySelector('#tile-1 details').open = true");

    assertThat(browser.driver().getCurrentUrl()).contains("district=310106");
    assertThat(text("#tile-1 .explain")).first().asString().contains("「宽带使用率75%」", "来源冲突");
    assertThat(browser.driver().switchTo().activeElement().getAttribute("data-focus"))
        .isEqualTo("tile-1-310106");
    browser.picture("overview-explain");
  }

  @Test
  void everyChartHasItsTable() {
    browser.show(server.uri() + "?lang=en", 1440, 1000);
    browser.run("document.querySelectorAll('[data-focus$=table]').forEach((b) => b.click())");

    assertThat(text("#tile-0 tbody th")).hasSize(16);
    assertThat(text("#tile-4 .alternative thead th")).containsExactly("Date", "Jing'an", "Xuhui");
    assertThat(browser.run("return document.querySelector('#tile-0 .chart').offsetHeight"))
        .isEqualTo(0L);
  }

  @Test
  void tilesWithoutDataSaySo(@TempDir Path folder) throws IOException {
    Home home = new Home(folder);
    Tile map = SampleCity.tile("district-map", "图", "Map", Map.of("indicator", "nothing"));
    Tile series = SampleCity.tile("time-series", "列", "Series", Map.of("metric", "noise"));
    Tile unknown = SampleCity.tile("hologram", "未", "Unknown", Map.of());
    try (DashboardServer other =
        DashboardServer.start(
            home,
            SampleCity.library(List.of(SampleCity.page("own", 1, map, series, unknown))),
            0)) {
      browser.show(other.uri() + "?lang=en", 1440, 900);
      assertThat(text("h1")).containsExactly("No release yet");
      home.create();
      StoreWriter.write(
          home,
          SampleCity.RELEASE,
          PageDocuments.compile(SampleCity.release(), SampleCity.rows(), SampleCity.library()));
      browser.show(other.uri() + "?lang=en", 1440, 900);

      assertThat(text(".message"))
          .containsExactly(
              "This release has no indicator nothing",
              "This release has no readings of official stations.",
              "Unknown type of tile: hologram");
      assertThat(browser.complaints()).isEmpty();
      browser.leave();
    }
  }

  @Test
  void cityWithoutOutlinesIsShownAsTiles(@TempDir Path folder) {
    Home home = new Home(folder);
    home.create();
    DeclarationLibrary tiles = SampleCity.libraryOfTiles();
    StoreWriter.write(
        home,
        SampleCity.RELEASE,
        PageDocuments.compile(SampleCity.release(), SampleCity.rows(), tiles));
    try (DashboardServer other = DashboardServer.start(home, tiles, 0)) {
      browser.show(other.uri() + "?lang=en", 1440, 1000);

      assertThat(text("#tile-0 .area-name")).hasSize(16).contains("Jing'an");
      assertThat(text("#tile-0 .note")).contains("One tile a district; no borders are shown");
      assertThat(browser.run("return document.querySelectorAll('#tile-0 canvas').length"))
          .isEqualTo(0L);
      browser.driver().findElement(By.cssSelector("#tile-0 .area-tile")).sendKeys(Keys.ENTER);
      browser.until("location.search.includes('district=')");
      browser.settled();
      assertThat(browser.complaints()).isEmpty();
      browser.leave();
    }
  }

  private void seesEverything() {
    assertThat(browser.runAsync(DRAWN)).isEqualTo(List.of("map map drawn", "line line line drawn"));
    assertThat(text(".ranking li")).hasSize(16);
    assertThat(text(".bullet")).hasSize(5);
    assertThat(text(".index-row"))
        .hasSize(4)
        .anySatisfy(row -> assertThat(row).containsAnyOf("插补的权重 10%", "Weight imputed 10%"))
        .anySatisfy(row -> assertThat(row).contains(" 1–2"));
    assertThat(text("body").get(0)).doesNotContain("US post", "undefined", "NaN", "[object");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allSatisfy(
            address ->
                assertThat(address).startsWith("http://127.0.0.1:" + server.uri().getPort() + "/"));
  }

  private List<String> text(String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).stream()
        .map(node -> node.getText().strip())
        .toList();
  }
}
