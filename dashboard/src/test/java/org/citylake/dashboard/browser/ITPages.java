package org.citylake.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.home.Home;
import org.citylake.dashboard.SampleCity;
import org.citylake.dashboard.SampleDay;
import org.citylake.dashboard.compile.PageDocuments;
import org.citylake.dashboard.server.DashboardServer;
import org.citylake.dashboard.server.SampleServer;
import org.citylake.dashboard.server.SampleStream;
import org.citylake.dashboard.store.StoreWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Every shipped page over a leader's day of the sample city. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ITPages {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));

  /** Rules of WCAG 2.2 AA and older, each violation with the places that it was found in. */
  private static final String AXE =
      """
      const done = arguments[arguments.length - 1];
      const told = (node) => node.target.join(' ') + ' ' + (node.any[0] || {}).message;
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
        .then((found) => done(found.violations.map((rule) => rule.id + ' at '
            + rule.nodes.slice(0, 3).map(told).join(' | '))));
      """;

  private DeclarationLibrary library;
  private SampleServer server;
  private Browser browser;
  private String axe;

  @SuppressWarnings("NullAway.Init")
  ITPages() {}

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    browser = Browser.open();
    library = SampleDay.library(ROOT);
    server = new SampleServer(folder, library, SampleDay::write);
    try (InputStream in = ITPages.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
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
  void everyPageIsSoundInChineseAndLight() {
    assertThat(library.pages()).allSatisfy(page -> isSound(page.name(), "&theme=light"));
  }

  @Test
  void everyPageIsSoundInEnglishAndDark() {
    assertThat(library.pages()).allSatisfy(page -> isSound(page.name(), "&lang=en&theme=dark"));
  }

  @Test
  void pagesOfWhoKeepsTheDataRightAreSoundSignedIn() {
    signedIn(
        "steward",
        () -> {
          for (String query : List.of("&theme=dark", "&lang=en&theme=light")) {
            for (String page : List.of("quarantine", "quality", "runs", "warnings", "objections")) {
              isSound(page, query);
            }
          }
          show("?page=quarantine&lang=en", 1440);
          assertThat(tile("Quarantined records"))
              .contains("invalid-date", "tickets.csv · line 3")
              .contains("holds personal data; in the vault", "E1,一,2016-02-30", "***")
              .doesNotContain("secret");
          show("?page=quality&lang=en", 1440);
          assertThat(tile("Checks by table"))
              .contains("closed_after_received", "blocking")
              .doesNotContain("310101199001011234");
          show("?page=runs&lang=en", 1440);
          assertThat(tile("The last runs")).contains("r1", "load", "1.5").doesNotContain("secret");
          assertThat(tile("How the live stream fares")).contains("No live stream runs");
          try (SampleStream stream = SampleStream.beside(server)) {
            isSound("runs", "&theme=dark");
            show("?page=runs&lang=en", 1440);
            assertThat(tile("How the live stream fares"))
                .contains("crowd_reading 5,358 5,356 0 0 2 1,234 61", "water_level 0 0 0 0 0 – –")
                .contains("live.event 5,356 2016-03-07 08:00", "live.alert 0 –")
                .contains("12 completed, 0 failed", "0.25 s, 2.5 MB");
          }
        });
  }

  @Test
  void leaderAsksForSupervisionAndTheTileSaysSo() {
    signedIn(
        "leader",
        () -> {
          show("?page=today&lang=en", 1440);
          String button = "button[aria-label='Supervise: Hotline tickets solved']";
          browser.driver().findElement(By.cssSelector(button)).sendKeys(Keys.ENTER);
          browser.driver().switchTo().activeElement().sendKeys("by Friday <b>");
          browser.run(axe);
          assertThat(browser.runAsync(AXE)).isEqualTo(List.of());
          browser.driver().findElement(By.cssSelector("#supervise .primary")).click();
          browser.until("!!document.querySelector('.supervised')");

          show("?page=today&lang=en&theme=dark", 1440);
          assertThat(tile("Hotline tickets solved"))
              .contains("under supervision", "leader · 2026-11-26 · by Friday <b>");
          show("?page=warnings&lang=en", 1440);
          assertThat(tile("Under supervision"))
              .contains("Hotline tickets solved", "Whole city", "by Friday <b>", "2026-11-26");
          String answer = "[data-focus$='-answer-1']";
          browser.driver().findElement(By.cssSelector(answer)).sendKeys(Keys.ENTER);
          browser.driver().switchTo().activeElement().sendKeys("crew sent <i>");
          browser.driver().findElement(By.cssSelector("#supervision-answer .primary")).click();
          browser.until("!!document.querySelector('.steps li:nth-child(2)')");
          assertThat(tile("Under supervision")).contains("answered", "crew sent <i>");
          isSound("warnings", "&theme=dark");
          show("?page=warnings&lang=en", 1440);
          String close = "[data-focus$='-closure-1']";
          browser.driver().findElement(By.cssSelector(close)).sendKeys(Keys.ENTER);
          browser.driver().findElement(By.cssSelector("#supervision-closure .primary")).click();
          browser.until("!!document.querySelector('.steps li:nth-child(3)')");
          assertThat(tile("Under supervision")).contains("closed").doesNotContain("Answer\n");
          isSound("warnings", "&lang=en&theme=light");
          show("?page=today&lang=en", 1440);
          assertThat(tile("Hotline tickets solved")).doesNotContain("under supervision");
          show("?page=today&lang=en&district=310106", 1440);
          assertThat(tile("Hotline tickets solved")).doesNotContain("under supervision");
        });
  }

  @Test
  void stewardCarriesAnObjectionToItsReceipt() {
    signedIn(
        "steward",
        () -> {
          walk("", "对主记录的异议", "已回执");
          walk("&lang=en&theme=dark", "Objections to golden records", "receipt");
          show("?page=objections&lang=en", 1440);
          assertThat(tile("Objections to golden records"))
              .contains("0 open", "two firms <b>", "2026-11-25", "street office")
              .contains("apart emergency_event/<i>1 – emergency_event/2", "steward · 2026-11-26");
          assertThat(tile("Decisions on links")).contains("2 in force", "objection 1", "<i>1");
          isSound("objections", "");
          browser.show(server.uri() + "?page=objections", 390, 844);
          assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth"))
              .isEqualTo(0L);
        });
    signedIn(
        "leader",
        () -> {
          show("?page=objections&lang=en", 1440);
          assertThat(tile("Objections to golden records"))
              .contains("None of your groups may")
              .doesNotContain("Raise", "two firms");
        });
  }

  /** Raises one on the page, and takes every step that the page offers until there is none. */
  private void walk(String query, String title, String end) {
    show("?page=objections" + query, 1440);
    press("[data-focus$='-raise']");
    choose("objection-entity", "legal_entity");
    write("objection-city-id", query.isEmpty() ? "e1-07" : "e1-08");
    write("objection-text", "two firms <b>");
    send("objection-raise");
    press("[data-focus*='-sent-']");
    send("objection-sent");
    press("[data-focus*='-decided-']");
    choose("objection-link", "apart");
    write("objection-record-key-a", query.isEmpty() ? "<i>1" : "3");
    write("objection-record-key-b", query.isEmpty() ? "2" : "4");
    write("objection-decided-text", "seen in the register");
    send("objection-decided");
    press("[data-focus*='-corrected-']");
    write("objection-delivery", "2026-11-25");
    send("objection-corrected");
    press("[data-focus*='-receipt-']");
    write("objection-to", "street office");
    send("objection-receipt");
    assertThat(tile(title)).contains(end);
    assertThat(browser.complaints()).isEmpty();
    press("[data-focus$='-decide']");
    sound("link-decide");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
  }

  private void press(String button) {
    browser.driver().findElement(By.cssSelector(button)).sendKeys(Keys.ENTER);
  }

  private void choose(String select, String value) {
    browser.run(
        "const select = document.getElementById('"
            + select
            + "'); select.value = '"
            + value
            + "'; select.dispatchEvent(new Event('change'))");
  }

  private void write(String input, String text) {
    browser.driver().findElement(By.id(input)).sendKeys(text);
  }

  /** Holds the box against the rules, sends it, and waits until it is gone. */
  private void send(String box) {
    sound(box);
    browser.driver().findElement(By.cssSelector("#" + box + " .primary")).click();
    browser.until("!document.getElementById('" + box + "')");
  }

  private void sound(String box) {
    browser.run(axe);
    assertThat(browser.runAsync(AXE)).as(box).isEqualTo(List.of());
  }

  @Test
  void whatIsOpenStandsOnTheMapAndInTheList() {
    show("?page=overview&lang=en", 1440);
    assertThat(tile("Where something is open")).contains("事故灾难", "ordinary", SampleDay.HOSTILE);

    browser.driver().findElement(By.cssSelector("[data-focus$='-grid']")).sendKeys(Keys.ENTER);
    assertThat(tile("Where something is open")).contains("噪声扰民", "1 overdue");
    assertThat(browser.driver().switchTo().activeElement().getText()).startsWith("Grid, open");

    browser.driver().findElement(By.cssSelector("[data-focus$='-warning']")).sendKeys(Keys.ENTER);
    assertThat(tile("Where something is open")).contains("Safety hazards overdue", "Red");
  }

  /** Does the work as that user, signed in through the page. */
  private void signedIn(String user, Runnable work) {
    show("?page=today", 1440);
    browser.driver().findElement(By.cssSelector("[data-focus=session]")).sendKeys(Keys.ENTER);
    browser.driver().findElement(By.id("sign-in-user")).sendKeys(user);
    browser.driver().findElement(By.id("sign-in-password")).sendKeys(SampleServer.PASSWORD);
    browser.driver().findElement(By.cssSelector("#sign-in .primary")).click();
    browser.until("document.querySelector('.session').textContent.includes('" + user + "')");
    try {
      work.run();
    } finally {
      browser.driver().manage().deleteAllCookies();
    }
  }

  private void isSound(String page, String query) {
    show("?page=" + page + query, 1440);

    assertThat(text("h2")).as(page).isNotEmpty();
    assertThat(all(".tile[data-state=failed]")).as(page).isEmpty();
    assertThat(text("body").get(0)).as(page).doesNotContain("undefined", "NaN", "[object", "null");
    assertThat(browser.run("return document.querySelectorAll('img[src=x]').length")).isEqualTo(0L);
    assertThat(browser.complaints()).as(page).isEmpty();
    browser.run(axe);
    assertThat(browser.runAsync(AXE)).as(page + query).isEqualTo(List.of());
  }

  @Test
  void nothingOverflowsFromPhoneToWall() throws IOException {
    for (int width : new int[] {390, 1440, 3840}) {
      for (String page : List.of("today", "overview", "indicator", "index", "sources")) {
        browser.show(pictured() + "?page=" + page, width, width < 600 ? 844 : 1000);

        assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth"))
            .as("%s at %s", page, width)
            .isEqualTo(0L);
        browser.picture("pages-" + page + "-" + width);
      }
    }
  }

  /** The sample, or the served home that pictures are asked of. */
  private String pictured() {
    return System.getProperty("citylake.pictured", server.uri().toString());
  }

  @Test
  void figureIsHeldAgainstItsLikeAndSaysWhatItIs() {
    show("?page=today&lang=en", 1440);

    String solved = tile("Hotline tickets solved");

    assertThat(solved).contains("%", "on the same day last week", "synthetic", "2016-12-30", "信访办");
    assertThat(tile("Firms registered")).contains("on the same period last year");
    assertThat(text(".notice")).anyMatch(n -> n.contains("days old"));
  }

  @Test
  void savedPictureOfMadeUpFiguresSaysSo() {
    show("?page=indicator&lang=en&indicator=hotline_solved_rate", 1440);
    browser.run(
        "window.written = []; const pen = CanvasRenderingContext2D.prototype;"
            + "const fill = pen.fillText;"
            + "pen.fillText = function (text, ...place) {"
            + " window.written.push(text); fill.call(this, text, ...place); }");

    browser.driver().findElement(By.cssSelector("#tile-2 [data-focus$='-share']")).click();

    assertThat(String.valueOf(browser.run("return window.written.slice(0, 2).join('|')")))
        .contains("Hotline tickets solved", "|synthetic · ", "Release " + SampleCity.RELEASE);
  }

  @Test
  void districtSeesItsOwnSubdistricts() {
    show("?page=today&district=310106&lang=en", 1440);

    assertThat(text(".area-name")).contains("第1街道", SampleDay.HOSTILE);
    assertThat(text(".league .rank-name")).hasSize(8);
    assertThat(tile("Demand by category")).contains("Jing'an", "城市管理").doesNotContain("噪声扰民");
    assertThat(tile("From report to close")).contains("Jing'an", "Received\n4", "Closed\n3");

    show("?page=today&district=310106&part=310106011&lang=en", 1440);
    assertThat(tile("From report to close")).contains("静安寺街道 · ", "Received\n4");
    show("?page=today&district=310107&part=310106011&lang=en", 1440);
    assertThat(tile("From report to close")).contains("Putuo", "No cases");
    show("?page=today&lang=en", 1440);
    assertThat(tile("Demand by category")).contains("噪声扰民").doesNotContain("Jing'an");
  }

  @Test
  void figureThatAnAreaLacksSaysWhoHasIt() {
    show("?page=today&district=310101&lang=en", 1440);

    assertThat(tile("Emergency events open"))
        .contains("No figure for this area; there is for: Whole city Xuhui", "+ 11");
    browser.driver().findElement(By.cssSelector(".type-figure .message a")).sendKeys(Keys.ENTER);
    browser.until("!location.search.includes('district')");
    browser.settled();
    assertThat(tile("Emergency events open")).contains("2016-12-30");
  }

  @Test
  void missingDataSaySoAndAreNeverZero(@TempDir Path folder) {
    Home home = new Home(folder);
    home.create();
    StoreWriter.write(home, SampleCity.RELEASE, documentsOfAnOldRelease());
    try (DashboardServer old = DashboardServer.start(home, library, 0)) {
      browser.show(old.uri() + "?page=today&lang=en", 1440, 1000);

      assertThat(tile("Hotline tickets solved"))
          .contains("Not in this release")
          .doesNotContain("0");
      assertThat(tile("Open cases per 10,000 residents")).contains("no data of this kind");
      assertThat(browser.complaints()).isEmpty();
      // A page that is left open asks for events, also when its server is gone.
      browser.leave();
    }
  }

  /** As releases were before they listed their documents. */
  private static Map<String, Object> documentsOfAnOldRelease() {
    Map<String, Object> documents =
        new TreeMap<>(
            PageDocuments.compile(SampleCity.release(), SampleCity.rows(), SampleCity.library()));
    documents
        .keySet()
        .removeIf(path -> path.matches("(cases|warnings|catalogue|figures/.*)[.]json"));
    Map<String, Object> release = new TreeMap<>();
    ((Map<?, ?>) Objects.requireNonNull(documents.get("release.json")))
        .forEach((key, value) -> release.put(String.valueOf(key), value));
    release.remove("documents");
    documents.put("release.json", release);
    return documents;
  }

  @Test
  void keyboardFindsContentMenuAndIndicator() {
    show("?page=indicator&lang=en", 1440);

    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to content");
    browser.driver().findElement(By.cssSelector(".menu-group summary")).sendKeys(Keys.ENTER);
    assertThat(all(".menu-group[open]")).hasSize(1);
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(all(".menu-group[open]")).isEmpty();
    browser.driver().findElement(By.id("tile-3-search")).sendKeys("solved");
    browser
        .driver()
        .findElement(By.cssSelector("[data-focus='indicator-hotline_solved_rate']"))
        .sendKeys(Keys.ENTER);
    browser.settled();

    assertThat(browser.driver().getCurrentUrl()).contains("indicator=hotline_solved_rate");
    assertThat(tile("Indicator")).contains("Hotline tickets solved", "MASE 0.81");
    browser.driver().navigate().back();
    browser.until(
        "document.querySelector('.indicator-name').textContent.includes('population_density')");
  }

  @Test
  void readersWeightsMoveTheOrderAndAreMarked() {
    show("?page=index&lang=en&edition=smart_city_development/2016", 1440);
    List<String> before = text("#tile-2 .index-lines .rank-name");
    // As long as nobody moved a weight, the scores and the order are the published ones.
    assertThat(text("#tile-2 .index-lines .rank-value"))
        .isEqualTo(text("#tile-2 .index-lines .where"));
    assertThat(before).noneMatch(name -> name.contains("▲") || name.contains("▼"));
    assertThat(tile("Parts, strengths and weaknesses")).contains("coefficient 0.95");

    browser.run(
        "const range = document.getElementById('tile-2-sd_security'); range.value = 0;"
            + "range.dispatchEvent(new Event('input'))");

    assertThat(text("#tile-2 .index-lines .rank-name")).hasSize(16).isNotEqualTo(before);
    assertThat(tile("If weights were other")).contains("Your weights", "not saved");
  }

  private void show(String query, int width) {
    browser.show(server.uri() + query, width, width < 600 ? 844 : 1000);
  }

  /** The text of the tile of that title. */
  private String tile(String title) {
    return text(".tile").stream()
        .filter(text -> text.startsWith(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no tile " + title + " in " + text(".tile h2")));
  }

  private List<?> all(String selector) {
    return browser.driver().findElements(By.cssSelector(selector));
  }

  private List<String> text(String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).stream()
        .map(node -> node.getText().strip())
        .toList();
  }
}
