package org.citylake.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.ingestion.load.LoadEntry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The catalogue of the shipped sources in Debian's Chromium. */
class ITCataloguePage {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final Path BINARY = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private static final LocalDate DAY = LocalDate.parse("2016-07-01");
  private static final RegistryObjects OBJECTS =
      new RegistryObjects(
          DeclarationReader.load(
              List.of(
                  ROOT.resolve("core"),
                  ROOT.resolve("lakehouse"),
                  ROOT.resolve("ingestion"),
                  ROOT.resolve("metrics"))));
  private static final HomeState HOME =
      new HomeState(
          Map.of(
              "grid_event",
              List.of(
                  new LoadEntry(
                      "l",
                      "grid_event",
                      "1.0.0",
                      "h",
                      "d",
                      "grid_event_20160630_synthetic.csv",
                      1,
                      LocalDate.parse("2016-06-30"),
                      2000,
                      1995,
                      5,
                      0,
                      0,
                      0,
                      Map.of("pattern", 5L),
                      Map.of(),
                      LoadEntry.COMPLETE,
                      OffsetDateTime.parse("2016-07-01T08:00:00Z")))),
          Map.of(),
          Optional.empty());

  @Test
  void aSourceIsFoundByAFieldAndShownWithoutARequest(@TempDir Path folder) {
    Path page = CataloguePage.write(folder, OBJECTS, HOME, DAY);

    ChromeDriver browser = open();
    try {
      browser.get(page.toUri().toString());
      assertThat(visible(browser))
          .hasSize(OBJECTS.sources().size() + OBJECTS.library().tables().size());

      browser.findElement(By.id("search")).sendKeys("网格 task_no");

      assertThat(visible(browser)).contains("grid_event").hasSizeLessThan(5);
      WebElement source = browser.findElement(By.id("grid_event"));
      source.findElement(By.tagName("summary")).click();
      assertThat(opened(browser, "grid_event").getText())
          .contains("区城市网格化综合管理中心", "更新周期", "采集依据", "number of the case")
          .contains("及时 fresh：数据日期 data of 2016-06-30", "fresh until 2016-07-01")
          .contains("2000 条到达 arrived = 1995 接收 accepted (99.75 %)", "(0.25 %)")
          .contains("pattern: 5", "合成数据 synthetic data", "示例（虚构） Example (made up)");
      assertThat(complaints(browser)).isEmpty();
      assertThat(requests(browser)).allMatch(m -> m.contains("\"url\":\"file:"));
    } finally {
      browser.quit();
    }
  }

  @Test
  void personalExamplesAreMaskedAndTablesAreReachedByTheirLineage(@TempDir Path folder) {
    Path page = CataloguePage.write(folder, OBJECTS, HOME, DAY);

    ChromeDriver browser = open();
    try {
      browser.get(page.toUri() + "#plan_indicator");
      WebElement source = opened(browser, "plan_indicator");
      assertThat(source.getText()).contains("下游 Downstream");
      source.findElement(By.linkText("city.observation")).click();
      WebElement table = opened(browser, "city.observation");
      assertThat(table.getText()).contains("上游 Upstream", "raw.plan_indicator", "检查 Checks");

      browser.findElement(By.cssSelector("#freshness option[value=fresh]")).click();
      assertThat(visible(browser)).containsExactly("grid_event");
      browser.get(page.toUri() + "#legal_representative");
      assertThat(opened(browser, "legal_representative").getText())
          .contains("'1…' (18 characters)")
          .doesNotContain("11010519491231002X");
    } finally {
      browser.quit();
    }
  }

  /** The entry once it shows its facts: a browser tells of an opened entry a moment later. */
  private static WebElement opened(ChromeDriver browser, String id) {
    WebElement entry = browser.findElement(By.id(id));
    new WebDriverWait(browser, Duration.ofSeconds(30))
        .until(b -> !entry.findElements(By.tagName("table")).isEmpty());
    return entry;
  }

  /** Ids of the sources that are seen. */
  private static List<String> visible(ChromeDriver browser) {
    return browser.findElements(By.tagName("details")).stream()
        .filter(WebElement::isDisplayed)
        .map(e -> String.valueOf(e.getDomAttribute("id")))
        .toList();
  }

  private static List<String> complaints(ChromeDriver browser) {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private static List<String> requests(ChromeDriver browser) {
    return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(m -> m.contains("\"Network.requestWillBeSent\"") && !m.contains("\"url\":\"data:"))
        .toList();
  }

  /** Skips the test where there is no browser; on CI that is a failure. */
  private static ChromeDriver open() {
    boolean there = Files.isExecutable(BINARY) && Files.isExecutable(DRIVER);
    String missing = "needs " + BINARY + " and " + DRIVER + ": apt-get install chromium-driver";
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(missing);
    }
    Assumptions.assumeTrue(there, missing);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BINARY.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.setCapability("goog:loggingPrefs", logs);
    return new ChromeDriver(
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build(),
        options);
  }
}
