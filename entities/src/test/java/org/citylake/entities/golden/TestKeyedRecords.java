package org.citylake.entities.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.citylake.entities.linkage.configuration.ColumnKind;
import org.junit.jupiter.api.Test;

/** Houses told by unit, else by address, as three registers have them. */
class TestKeyedRecords {
  private static final MergeDeclaration MERGE =
      new MergeDeclaration(
          "house",
          "H",
          List.of("unit", "address"),
          List.of(
              source("layer", List.of("unit", "address")),
              source("rights", List.of("unit")),
              source("letters", List.of())),
          Map.of("unit", attribute(), "address", attribute()),
          Map.of(),
          List.of("unit", "address"),
          Optional.empty());

  private static MergeDeclaration.Source source(String id, List<String> foundedBy) {
    return new MergeDeclaration.Source(
        id, Optional.empty(), Optional.empty(), Map.of(), foundedBy, Map.of());
  }

  private static MergeDeclaration.Attribute attribute() {
    return new MergeDeclaration.Attribute(ColumnKind.CODE, List.of(Reason.PRIORITY), List.of());
  }

  private static Member record(String source, String key, String unit, String address) {
    Map<String, String> values = new TreeMap<>();
    values.put("unit", unit);
    values.put("address", address);
    values.values().removeIf(String::isEmpty);
    int rank = List.of("layer", "rights", "letters").indexOf(source);
    return new Member(source, rank, key, "", "", true, values);
  }

  /** By house the keys of its records, those that only refer to it in brackets. */
  private static List<String> houses(List<Member> members, LinkDecision... decisions) {
    return GoldenRecords.merge(MERGE, members, List.of(decisions), Persons.TOKEN, text -> {})
        .stream()
        .map(
            house ->
                keys(house.members()).toString()
                    + (house.references().isEmpty() ? "" : keys(house.references()).toString()))
        .toList();
  }

  private static List<String> keys(List<Cluster.Linked> records) {
    return records.stream().map(linked -> linked.member().key()).toList();
  }

  @Test
  void theUnitTellsTheHouseAndTheAddressWhereOneAloneHasIt() {
    assertThat(
            houses(
                List.of(
                    record("layer", "L1", "u1", "a1"),
                    record("layer", "L2", "", "a1"),
                    record("rights", "R1", "u1", "a9"),
                    record("rights", "R2", "u2", "a2"),
                    record("letters", "M1", "", "a9"),
                    record("letters", "M2", "", "a3"))))
        .containsExactly("[L1, L2, R1][M1]", "[R2]");
  }

  @Test
  void anAddressOfTwoUnitsTellsNeither() {
    assertThat(
            houses(
                List.of(
                    record("layer", "L1", "u1", "a1"),
                    record("layer", "L2", "u2", "a1"),
                    record("layer", "L3", "", "a1"),
                    record("letters", "M1", "", "a1"))))
        .containsExactly("[L1]", "[L2]");
  }

  @Test
  void aRecordThatMayNotTellOfAHouseMakesNone() {
    assertThat(houses(List.of(record("rights", "R1", "", "a1"), record("letters", "M1", "u1", ""))))
        .isEmpty();
  }

  @Test
  void aStewardsDecisionHolds() {
    Member one = record("layer", "L1", "u1", "a1");
    Member other = record("layer", "L2", "u1", "a2");
    Member shared = record("layer", "L3", "", "a1");
    LinkDecision apart = new LinkDecision(false, one.recordKey(), other.recordKey());
    LinkDecision same = new LinkDecision(true, one.recordKey(), shared.recordKey());
    assertThat(houses(List.of(one, other), apart)).containsExactly("[L1]", "[L2]");
    assertThat(houses(List.of(one, record("layer", "L2", "u2", "a1"), shared), same))
        .containsExactly("[L1, L3]", "[L2]");
  }

  @Test
  void theSameHousesWithTheSameIdsComeOfAnyOrder() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Member> members = new ArrayList<>();
      for (int r = 0; r < 30; r++) {
        members.add(
            record(
                List.of("layer", "rights", "letters").get(random.nextInt(3)),
                "K" + r,
                random.nextInt(3) == 0 ? "" : "u" + random.nextInt(6),
                random.nextInt(4) == 0 ? "" : "a" + random.nextInt(8)));
      }
      Map<RecordKey, String> links = links(members);
      Collections.shuffle(members, random);
      assertThat(links(members)).isEqualTo(links);
    }
  }

  private static Map<RecordKey, String> links(List<Member> members) {
    return GoldenRecords.links(
        GoldenRecords.merge(MERGE, members, List.of(), Persons.TOKEN, text -> {}));
  }
}
