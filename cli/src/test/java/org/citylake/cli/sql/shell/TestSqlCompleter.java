package org.citylake.cli.sql.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TestSqlCompleter {
  private final SqlCompleter completer =
      new SqlCompleter(
          () ->
              new TreeSet<>(List.of("city.", "city.district", "metric.", "name_zh", "published")));

  @Test
  void completesNamesAndKeywordsInTheCaseThatIsWritten() {
    assertThat(completer.matching("city.d")).containsExactly("city.district");
    assertThat(completer.matching("na")).containsExactly("name_zh");
    assertThat(completer.matching("SEL")).containsExactly("SELECT");
    assertThat(completer.matching("sel")).containsExactly("select");
  }

  @Test
  void completesCommandsOfTheShell() {
    assertThat(completer.matching("\\s")).containsExactly("\\save", "\\schemas");
  }
}
