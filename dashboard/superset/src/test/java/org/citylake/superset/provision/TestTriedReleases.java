package org.citylake.superset.provision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestTriedReleases {
  @Test
  void aReleaseThatWasNotTriedIsTold() {
    assertThat(TriedReleases.note("6.1.0")).isEmpty();
    assertThat(TriedReleases.note("4.1.4")).isEmpty();
    assertThat(TriedReleases.note("4.2.0")).isPresent();
    assertThat(TriedReleases.note("6.10.0"))
        .hasValueSatisfying(n -> assertThat(n).contains("6.10.0"));
    assertThat(TriedReleases.note("")).hasValueSatisfying(n -> assertThat(n).contains("unknown"));
  }
}
