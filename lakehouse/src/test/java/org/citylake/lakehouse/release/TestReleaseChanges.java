package org.citylake.lakehouse.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.DeclarationSet;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.lakehouse.Lake;
import org.citylake.lakehouse.release.Release.Occasion;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.TableAppend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReleaseChanges {
  private static final String INDICATOR = "metrics/indicators/network/coverage/indicator.yaml";
  private static final String EDITION = "metrics/indexes/plan/2015/index.yaml";

  private static final List<String> TABLES =
      List.of(
          "audit.declaration",
          "audit.release",
          "audit.release_change",
          "metric.index_score",
          "metric.index_trace",
          "metric.indicator_value");

  /** The declarations of the next release. */
  private final Map<String, byte[]> files =
      new HashMap<>(Map.of(INDICATOR, bytes("one"), EDITION, bytes("one")));

  private Lake lake;
  private ReleasePublisher publisher;
  private int made;

  @BeforeEach
  void open(@TempDir Path folder) {
    lake = Lake.open(folder);
    publisher = new ReleasePublisher(lake.live(), lake.server());
    Path root = Path.of(System.getProperty("citylake.root"));
    for (TableDeclaration table :
        DeclarationReader.read(List.of(root.resolve("lakehouse"))).library().tables()) {
      if (TABLES.contains(table.fullName())) {
        new TableApplier(lake.live()).apply(table.contract());
      }
    }
    new TableApplier(lake.live()).apply(Lake.contract("raw.plan", "1 code string!"));
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void aFirstReleaseChangesNothing() {
    Release first = publish("code-1", Optional.empty());

    assertThat(changes(first)).isEmpty();
    assertThat(first.comparedWith()).isEmpty();
  }

  @Test
  void figuresOfChangedInputsNameTheirSource() {
    value("310106", "75");
    score(83.5);
    Release first = publish("code-1", Optional.empty());
    TableAppend.append(lake.live().load("raw.plan"), "main", "x", List.of(Map.of("code", "a")));
    value("310107", "80.5");
    Release second = publish("code-1", Optional.of(first));

    assertThat(changes(second))
        .containsExactly(
            "added metric.indicator_value?indicator_code=coverage&ref_area=310107&time_period=2015"
                + " null -> 80.5000000000 [inputs raw.plan]");
    assertThat(second.occasion().follows()).contains(first.releaseId());
    assertThat(second.occasion().corrects()).isEmpty();
  }

  @Test
  void nothingIsToldWhereNothingDiffers() {
    value("310106", "75");
    Release first = publish("code-1", Optional.empty());
    files.put(INDICATOR, bytes("two"));
    Release second = publish("code-2", Optional.of(first));

    assertThat(changes(second)).isEmpty();
    assertThat(WhatChanged.between(lake.live(), first, second).text())
        .isEqualTo("definition metrics/indicators/network/coverage; code");
  }

  @Test
  void aScoreNamesItsOwnDefinitionAndThatOfWhatItRestsOn() {
    Release first = publish("code-1", Optional.empty());
    files.put(INDICATOR, bytes("two"));
    value("310106", "75");
    trace();
    score(83.5);
    Release second = publish("code-1", Optional.of(first));
    files.put(EDITION, bytes("two"));
    score(90.0, "310107");
    Release third = publish("code-1", Optional.of(second));

    assertThat(changes(second))
        .contains(
            "added metric.index_score?edition=plan%2F2015&unit=310106&time_period=2015&node=plan"
                + " null -> 83.5 [definition metrics/indicators/network/coverage]");
    assertThat(changes(third))
        .containsExactly(
            "added metric.index_score?edition=plan%2F2015&unit=310107&time_period=2015&node=plan"
                + " null -> 90.0 [definition metrics/indexes/plan/2015]");
  }

  @Test
  void changedCodeAndWhatNothingExplainsAreTold() {
    Release first = publish("code-1", Optional.empty());
    value("310106", "75");
    Release second = publish("code-2", Optional.of(first));
    value("310107", "80");
    Release third = publish("code-2", Optional.of(second));

    assertThat(changes(second)).singleElement().asString().endsWith("[code]");
    assertThat(changes(third)).singleElement().asString().endsWith("[unexplained]");
  }

  @Test
  void aFinalReleaseIsHeldAgainstTheOneThatItCorrects() {
    value("310106", "75");
    Release first = publish("code-1", Optional.empty());
    Release firstFinal = publisher.publish(first.finalised(time(), "approved"));
    value("310107", "80");
    Release second = publish("code-2", Optional.of(firstFinal));
    value("310113", "81");
    Release third = publish("code-3", Optional.of(second));
    Release lastFinal = publisher.publish(third.finalised(time(), "approved again"));

    assertThat(firstFinal.releaseId()).isEqualTo(first.releaseId() + "-final");
    assertThat(firstFinal.tables()).isEqualTo(first.tables());
    assertThat(changes(firstFinal)).isEmpty();
    assertThat(second.occasion().corrects()).contains(firstFinal.releaseId());
    assertThat(third.occasion().corrects()).contains(firstFinal.releaseId());
    assertThat(lastFinal.comparedWith()).contains(firstFinal.releaseId());
    assertThat(changes(third)).hasSize(1);
    assertThat(changes(lastFinal)).hasSize(2);
    assertThat(new ReleaseReader(lake.live()).newest()).contains(lastFinal);
    assertThat(lake.server().publishedReleaseId()).contains(lastFinal.releaseId());
    // Doing it again writes nothing.
    publisher.publish(lastFinal);
    assertThat(changes(lastFinal)).hasSize(2);
  }

  private Release publish(String code, Optional<Release> before) {
    made++;
    Map<String, Long> tables = new TreeMap<>();
    for (String name : List.of("metric.indicator_value", "metric.index_score")) {
      tables.put(name, snapshot(name));
    }
    tables.put("metric.index_trace", snapshot("metric.index_trace"));
    String hash = new DeclarationStore(lake.live()).store(DeclarationSet.ofFiles(files));
    return publisher.publish(
        new Release(
            "r" + made,
            Release.PRELIMINARY,
            time(),
            "fingerprint" + made,
            code,
            hash,
            tables,
            Map.of("raw.plan", snapshot("raw.plan")),
            before.map(b -> Occasion.after(b, Optional.of("why"))).orElse(Occasion.NONE)));
  }

  private OffsetDateTime time() {
    made++;
    return OffsetDateTime.of(2026, 1, 1, 0, made, 0, 0, ZoneOffset.UTC);
  }

  private long snapshot(String table) {
    return lake.live().load(table).currentSnapshot().snapshotId();
  }

  private List<String> changes(Release release) {
    return new ReleaseChanges(lake.live())
        .load(release).stream()
            .map(
                c ->
                    c.change()
                        + " "
                        + c.key()
                        + " "
                        + c.oldValue()
                        + " -> "
                        + c.newValue()
                        + " "
                        + c.causes())
            .toList();
  }

  private void value(String area, String value) {
    Map<String, Object> row = new HashMap<>();
    row.put("indicator_code", "coverage");
    row.put("ref_area", area);
    row.put("time_period", "2015");
    row.put("value", new BigDecimal(value));
    row.put("unit_measure", "percent");
    row.put("obs_status", "A");
    row.put("value_status", "reported");
    row.put("quality", "ok");
    row.put("evidence", List.of("city.observation?source_id=plan&source_key=I1&revision=1"));
    row.put("definition_hash", "d");
    row.put("input_snapshots", Map.of("city.observation", 1L));
    row.put("code_version", "c");
    append("metric.indicator_value", row);
  }

  private void score(double score) {
    score(score, "310106");
  }

  private void score(double score, String unit) {
    Map<String, Object> row = new HashMap<>();
    row.put("edition", "plan/2015");
    row.put("unit", unit);
    row.put("time_period", "2015");
    row.put("node", "plan");
    row.put("level", 0);
    row.put("score", score);
    row.put("weight", 1.0);
    row.put("weight_available", 1.0);
    row.put("status", "scored");
    row.put("model", true);
    row.put("definition_hash", "d");
    row.put("input_snapshots", Map.of("metric.indicator_value", 1L));
    row.put("code_version", "c");
    append("metric.index_score", row);
  }

  private void trace() {
    Map<String, Object> row = new HashMap<>();
    row.put("edition", "plan/2015");
    row.put("stage", "raw");
    row.put("unit", "310106");
    row.put("time_period", "2015");
    row.put("indicator", "coverage");
    row.put("status", "reported");
    row.put(
        "evidence",
        List.of("metric.indicator_value?indicator_code=coverage&ref_area=310106&time_period=2015"));
    append("metric.index_trace", row);
  }

  private void append(String table, Map<String, Object> row) {
    made++;
    TableAppend.append(lake.live().load(table), "main", "commit" + made, List.of(row));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
