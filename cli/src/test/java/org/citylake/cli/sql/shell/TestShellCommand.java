package org.citylake.cli.sql.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which lines are the shell's own and which are SQL. */
class TestShellCommand {
  @Test
  void whatOtherShellsUnderstandIsUnderstood() {
    assertThat(ShellCommand.isOne("quit")).isTrue();
    assertThat(ShellCommand.words("EXIT;")).containsExactly("\\quit");
    assertThat(ShellCommand.words("help")).containsExactly("\\help");
  }

  @Test
  void aCommandKeepsWhatStandsBehindIt() {
    assertThat(ShellCommand.isOne("\\tables city")).isTrue();
    assertThat(ShellCommand.words("\\tables  city")).containsExactly("\\tables", "city");
  }

  @Test
  void statementsAreNoCommands() {
    assertThat(ShellCommand.isOne("SELECT 1;")).isFalse();
    assertThat(ShellCommand.isOne("help me")).isFalse();
    assertThat(ShellCommand.isOne("")).isFalse();
  }
}
