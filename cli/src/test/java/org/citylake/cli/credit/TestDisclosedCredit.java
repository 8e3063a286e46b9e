package org.citylake.cli.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.entities.credit.Disclosure.Audience;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each audience is shown of one made-up legal entity, and what is shown beside another. */
class TestDisclosedCredit {
  private static final DeclarationLibrary LIBRARY =
      DeclarationReader.load(List.of(Path.of(System.getProperty("citylake.root"))));
  private static final LocalDate DAY = LocalDate.of(2016, 12, 31);
  private static final Map<String, @Nullable Object> ENTITY =
      Map.of(
          "legal_entity_id",
          "L1-a",
          "name",
          "甲",
          "credit_code",
          "91310106MADEUP7188",
          "synthetic",
          true);

  @Test
  void anAgencySeesTheScoreAndWhatIsSharedButNoTaxGrade() {
    CreditFile file = file(Audience.AGENCY);

    assertThat(file.column("scores", "credit_class")).isEqualTo("D");
    assertThat(file.column("scores", "inspection_percent")).isEqualTo("100");
    assertThat(file.column("lists", "list_name")).isEqualTo("失信被执行人名单");
    assertThat(file.column("red_lines", "item")).isEqualTo("grave_list");
    assertThat(file.column("records", "item")).isEqualTo("grave_list; commitment_broken");
    assertThat(file.column("records", "item_zh")).isEqualTo("严重失信主体名单; 告知承诺不实或未履行");
    assertThat(file.column("measures", "measure")).isEqualTo("judgment_consumption");
    assertThat(file.column("history", "quarter")).isEqualTo("2015-Q3; 2016-Q4");
    assertThat(file.warnings("legal_entity")).isEqualTo("class_fell");
    assertThat(file.withheld()).isEqualTo("1 records, 0 scores");
  }

  @Test
  void theSubjectSeesAllThatStands() {
    CreditFile file = file(Audience.SUBJECT);

    assertThat(file.column("records", "item"))
        .as("what was repaired or has ended that day is in no file")
        .isEqualTo("grave_list; commitment_broken; tax_grade_c");
    assertThat(file.withheld()).isEqualTo("0 records, 0 scores");
  }

  @Test
  void thePublicSeesWhatIsOpenAndNoScore() {
    CreditFile file = file(Audience.PUBLIC);

    assertThat(file.rows("scores")).isEmpty();
    assertThat(file.rows("history")).isEmpty();
    assertThat(file.rows("warnings")).isEmpty();
    assertThat(file.column("records", "item")).isEqualTo("grave_list");
    assertThat(file.column("lists", "list_name")).isEqualTo("失信被执行人名单");
    assertThat(file.text())
        .contains(
            "credit of legal_entity_id: L1-a, name: 甲",
            "synthetic: true",
            "  withheld: 2 records, 1 scores")
        .doesNotContain("credit_class");
  }

  @Test
  void filesAreComparedFactByFact() {
    CreditFile nothing =
        new DisclosedCredit(LIBRARY, Audience.AGENCY)
            .file(Map.of("legal_entity_id", "L1-b", "name", "乙"), Map.of());

    assertThat(CreditComparison.of(List.of(file(Audience.AGENCY), nothing)).text())
        .contains(
            "!= name: 甲 | 乙",
            "!= credit_class: D | -",
            "!= lists: 失信被执行人名单 | -",
            "!= records: 2 | 0");
    assertThat(CreditComparison.of(List.of(nothing, nothing)).text()).doesNotContain("!=");
  }

  private static CreditFile file(Audience audience) {
    Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();
    tables.put(
        "city.credit_record",
        List.of(
            record("serious_dishonesty_list", "S1", "grave_list", null, null),
            record("credit_commitment", "N1", "commitment_broken", null, null),
            record("tax", "T1", "tax_grade_c", null, null),
            record("administrative_penalty", "P1", "breach_ordinary", DAY, null),
            record("credit_record", "K1", "breach_ordinary", null, DAY)));
    tables.put(
        "city.credit_list_entry",
        List.of(
            row(
                "source_id",
                "serious_dishonesty_list",
                "source_key",
                "S1",
                "item",
                "grave_list",
                "list_kind",
                "grave_breach",
                "list_name",
                "失信被执行人名单",
                "state_on",
                DAY,
                "valid",
                true),
            row(
                "source_id",
                "serious_dishonesty_list",
                "source_key",
                "S2",
                "item",
                "grave_list",
                "list_kind",
                "grave_breach",
                "list_name",
                "严重违法失信名单",
                "state_on",
                DAY,
                "valid",
                false)));
    tables.put(
        "city.credit_measure",
        List.of(measure("judgment_consumption", true), measure("judgment_market_access", false)));
    tables.put(
        "city.credit_score",
        List.of(
            row("model", "legal_entity", "scored_on", DAY, "score", 900L, "credit_class", "D")));
    tables.put(
        "city.credit_score_history",
        List.of(
            row("model", "legal_entity", "scored_on", DAY, "quarter", "2016-Q4", "score", 900L),
            row(
                "model",
                "legal_entity",
                "scored_on",
                LocalDate.of(2015, 9, 30),
                "quarter",
                "2015-Q3",
                "score",
                1000L)));
    tables.put(
        "city.credit_warning",
        List.of(
            row("model", "legal_entity", "rule", "class_fell", "scored_on", DAY, "current", true),
            row(
                "model",
                "legal_entity",
                "rule",
                "score_fell",
                "scored_on",
                DAY,
                "current",
                false)));
    return new DisclosedCredit(LIBRARY, audience).file(ENTITY, tables);
  }

  private static Map<String, @Nullable Object> record(
      String source,
      String key,
      String item,
      @Nullable LocalDate to,
      @Nullable LocalDate repaired) {
    return row(
        "source_id",
        source,
        "source_key",
        key,
        "item",
        item,
        "kind",
        "",
        "valid_from",
        LocalDate.of(2016, 11, 1),
        "valid_to",
        to,
        "repaired_on",
        repaired,
        "state_on",
        DAY);
  }

  private static Map<String, @Nullable Object> measure(String code, boolean applicable) {
    return row(
        "source_id",
        "serious_dishonesty_list",
        "source_key",
        "S1",
        "measure",
        code,
        "applicable",
        applicable);
  }

  private static Map<String, @Nullable Object> row(@Nullable Object... cells) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(String.valueOf(cells[i]), cells[i + 1]);
    }
    return row;
  }
}
