package org.citylake.batchjobs.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestMemberReader {
  private static final Map<String, String> ROW =
      Map.of("person_name", "t1-5f", "identity_no", "t1-a0", "street_code", "310106012");
  private static final Set<String> SEALED = Set.of("person_name", "identity_no");

  @Test
  void valuesOfTheVaultStandInPlaceOfTokens() {
    assertThat(
            MemberReader.opened(
                ROW, SEALED, Map.of("person_name", "王某", "identity_no", "310106199001010010")))
        .isEqualTo(
            Map.of(
                "person_name", "王某",
                "identity_no", "310106199001010010",
                "street_code", "310106012"));
  }

  @Test
  void aTokenWhoseValueExpiredIsNoValue() {
    assertThat(MemberReader.opened(ROW, SEALED, Map.of()))
        .isEqualTo(Map.of("street_code", "310106012"));
  }
}
