package org.citylake.dashboard.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, without a window; it must be installed, nothing is downloaded. */
final class Browser implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test where there is no browser; on CI that is a failure. */
  static Browser open() {
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
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--force-prefers-reduced-motion");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Opens the address at that width and waits until every tile is there. */
  void show(String address, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.get(address);
    settled();
  }

  /** Waits until every tile is there. */
  void settled() {
    until(
        "!!document.querySelector('main[data-ready]')"
            + " && !document.querySelector('[aria-busy]')");
  }

  /** Waits until the expression holds. */
  void until(String expression) {
    new WebDriverWait(driver, Duration.ofSeconds(30))
        .until(d -> Boolean.TRUE.equals(run("return " + expression)));
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  Object runAsync(String script) {
    return driver.executeAsyncScript(script);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Shows nothing more, and forgets what was asked for. */
  void leave() {
    driver.get("about:blank");
    requests();
  }

  /** What the console said at level warning or above. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(e -> e.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Everything that the page asked for, as the browser's own log tells it. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(m -> m.contains("\"Network.requestWillBeSent\""))
        .map(m -> m.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  /**
   * Writes what is seen, the page's whole height, to NAME.png in the folder that the property
   * {@code citylake.screenshots} names, else in target/screenshots.
   */
  void picture(String name) throws IOException {
    Path folder =
        Path.of(System.getProperty("citylake.root", "."))
            .resolve(System.getProperty("citylake.screenshots", "dashboard/target/screenshots"));
    Files.createDirectories(folder);
    Number width = (Number) run("return innerWidth");
    Number height = (Number) run("return document.documentElement.scrollHeight");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    Files.move(
        driver.getScreenshotAs(OutputType.FILE).toPath(),
        folder.resolve(name + ".png"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
