package org.citylake.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPasswordHash {
  /** Made by the reference implementation: argon2 somesalt -id -t 2 -k 65536 -p 1, "password". */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void readsWhatTheReferenceImplementationWrote() {
    PasswordHash hash = PasswordHash.parse(REFERENCE).orElseThrow();

    assertThat(hash.matches("password")).isTrue();
    assertThat(hash.matches("Password")).isFalse();
    assertThat(hash.text()).isEqualTo(REFERENCE);
  }

  @Test
  void refusesOtherKindsOfHashes() {
    assertThat(PasswordHash.parse("$2b$12$abcdefghijklmnopqrstuv")).isEmpty();
    assertThat(PasswordHash.parse("")).isEmpty();
  }
}
