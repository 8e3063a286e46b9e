package org.citylake.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestStatements {
  @Test
  void aSemicolonEndsAStatementButNotWithinQuotesAndComments() {
    Statements.Split split =
        Statements.of("SELECT ';' AS \"a;b\" -- not; here\n/* nor; here */ FROM t; SELECT 2");

    assertThat(split.complete())
        .containsExactly("SELECT ';' AS \"a;b\" -- not; here\n/* nor; here */ FROM t");
    assertThat(split.rest()).isEqualTo(" SELECT 2");
    assertThat(split.all()).hasSize(2).last().isEqualTo("SELECT 2");
  }

  @Test
  void aTextThatGoesOnIsNoStatementYet() {
    assertThat(Statements.of("SELECT 'a;").complete()).isEmpty();
    assertThat(Statements.of("SELECT 1\nFROM").rest()).isEqualTo("SELECT 1\nFROM");
    assertThat(Statements.of(" ; ;\n").all()).isEmpty();
  }
}
