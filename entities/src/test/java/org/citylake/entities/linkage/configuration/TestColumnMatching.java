package org.citylake.entities.linkage.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.entities.identifier.ResidentIdentityNumber;
import org.citylake.entities.linkage.table.RecordTableBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which columns of two agencies mean the same. */
class TestColumnMatching {
  private static final String[] SURNAMES = {"赵", "钱", "孙", "李", "周", "吴", "郑", "王"};
  private static final String[] GIVEN = {"伟", "娜", "芳", "敏", "静", "强", "磊", "洋", "勇", "艳", "杰"};

  private final ColumnMatching matching = new ColumnMatching();

  @Test
  void columnsThatShareValuesAreOne() {
    add("police", "no", List.of("no", "name", "street"), 200, i -> row("p" + i, name(i), road(i)));
    add("health", "nr", List.of("nr", "place", "who"), 200, i -> row("h" + i, road(i), name(i)));

    assertThat(columns("police")).isEqualTo(Map.of("name", "name", "street", "street"));
    assertThat(columns("health")).isEqualTo(Map.of("name", "who", "street", "place"));
  }

  @Test
  void whatOneInputAloneHasIsLeftOut() {
    add("police", "no", List.of("no", "name", "badge"), 200, i -> row("p" + i, name(i), "b" + i));
    add("health", "nr", List.of("nr", "who"), 200, i -> row("h" + i, name(i)));

    assertThat(columns("police")).isEqualTo(Map.of("name", "name"));
  }

  @Test
  void whereEntitiesAreToldByNumbersTheirOwnNameIsTakenAndNotTheirContacts() {
    List<String> police = List.of("no", "card", "name", "born");
    add("police", "no", police, 300, i -> row("p" + i, number(i), name(i), born(i)));
    // Contacts are the neighbours, so their names are as well known to the police; days are
    // written in another way, and everybody was registered on one of few days.
    List<String> health = List.of("nr", "contact", "id", "called", "since", "birthday");
    add(
        "health",
        "nr",
        health,
        300,
        i ->
            row(
                "h" + i,
                name(i + 1),
                number(i),
                name(i),
                "2015-01-0" + (1 + i % 5),
                born(i).replace("-", "")));

    assertThat(columns("health"))
        .isEqualTo(Map.of("card", "id", "name", "called", "born", "birthday"));
  }

  @Test
  void fewValuesThatAgreeByChanceAreNotTakenForOneMeaning() {
    List<String> police = List.of("no", "card", "sex");
    add("police", "no", police, 300, i -> row("p" + i, number(i), i % 2 == 0 ? "1" : "2"));
    List<String> health = List.of("nr", "id", "insured");
    add("health", "nr", health, 300, i -> row("h" + i, number(i), i % 7 == 0 ? "2" : "1"));

    assertThat(columns("health")).isEqualTo(Map.of("card", "id"));
  }

  private interface Rows {
    @Nullable String[] row(int i);
  }

  private void add(String source, String id, List<String> columns, int rows, Rows made) {
    RecordTableBuilder records = new RecordTableBuilder(List.of(source), columns);
    for (int i = 0; i < rows; i++) {
      records.add(source, made.row(i));
    }
    matching.add(source, records, columns, Optional.of(id));
  }

  private Map<String, String> columns(String source) {
    return matching.match().stream()
        .filter(input -> input.source().equals(source))
        .findFirst()
        .orElseThrow()
        .columns();
  }

  private static @Nullable String[] row(@Nullable String... values) {
    return values;
  }

  private static String name(int i) {
    return SURNAMES[i % 8] + GIVEN[i % 11] + GIVEN[i / 11 % 11];
  }

  private static String road(int i) {
    return "样例路" + i + "号";
  }

  private static String born(int i) {
    return String.format(Locale.ROOT, "19%02d-%02d-%02d", 40 + i % 60, 1 + i % 12, 1 + i % 28);
  }

  /** A number with a right check digit, of a division that is none. */
  private static String number(int i) {
    String body = "339100" + born(i).replace("-", "") + String.format(Locale.ROOT, "%03d", i);
    return ResidentIdentityNumber.complete(body).value();
  }
}
