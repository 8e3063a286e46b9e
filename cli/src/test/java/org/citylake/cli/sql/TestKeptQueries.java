package org.citylake.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestKeptQueries {
  private static final Path SHIPPED =
      Path.of(System.getProperty("citylake.root")).resolve("cli/queries");

  @Test
  void everyShippedExampleHasTitlesInBothLanguagesAndIsOneStatement() {
    assertThat(new KeptQueries(List.of(SHIPPED)).list())
        .hasSizeGreaterThan(4)
        .allSatisfy(
            query -> {
              assertThat(query.titleZh()).as(query.name()).isNotBlank();
              assertThat(query.titleEn()).as(query.name()).isNotBlank();
              assertThat(Statements.of(query.statement()).all()).hasSize(1);
            });
  }

  @Test
  void aSavedStatementStandsBesideTheExamplesAndReplacesOneOfItsName(@TempDir Path saved) {
    KeptQueries queries = new KeptQueries(List.of(SHIPPED, saved));
    queries.save("mine", "SELECT 1");
    queries.save("districts", "SELECT 2");

    assertThat(queries.load("mine").statement()).isEqualTo("SELECT 1");
    assertThat(queries.load("districts").statement()).isEqualTo("SELECT 2");
    assertThatThrownBy(() -> queries.load("mien"))
        .hasMessageContaining("There is no kept statement 'mien'")
        .hasMessageContaining("mine");
    assertThatThrownBy(() -> queries.save("../x", "SELECT 1")).hasMessageContaining("'../x'");
  }
}
