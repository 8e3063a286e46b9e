package org.citylake.entities.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.junit.jupiter.api.Test;

class TestGoldenRecords {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 31);
  private static final String NUMBER = Persons.number("1980-02-29", 1);

  private static final Member POLICE =
      Persons.record("police", "A1", "2010-05-01", NUMBER, "张伟", "1980-02-29", "15400000001");
  private static final Member HEALTH =
      Persons.record("health", "H1", "2012-05-01", NUMBER, "张玮", "1980-02-29", "15400000002");
  private static final Member OTHER =
      Persons.record(
          "health",
          "H2",
          "2011-01-01",
          Persons.number("1991-07-04", 5),
          "李娜",
          "1991-07-04",
          "15400000003");

  private static List<GoldenRecord> merge(List<Member> members, LinkDecision... decisions) {
    return GoldenRecords.merge(
        Persons.MERGE, members, List.of(decisions), Persons.TOKEN, text -> {});
  }

  private static Map<RecordKey, String> links(List<Member> members, LinkDecision... decisions) {
    return GoldenRecords.links(merge(members, decisions));
  }

  @Test
  void recordsWithTheSameRightNumberAreOnePerson() {
    List<GoldenRecord> golden = merge(List.of(HEALTH, OTHER, POLICE));
    assertThat(golden).hasSize(2);
    assertThat(golden.get(0).members())
        .extracting(m -> m.member().key())
        .containsExactly("A1", "H1");
    assertThat(golden.get(0).members().get(0).link().kind()).isEqualTo(Link.Kind.RULE);
    assertThat(golden.get(0).members().get(0).link().levels().get(0)).startsWith("number: equal");
    assertThat(golden.get(1).members().get(0).link()).isEqualTo(Link.NONE);
  }

  @Test
  void levelsSayNoValue() {
    String levels =
        merge(List.of(HEALTH, POLICE)).get(0).members().get(0).link().levels().toString();
    assertThat(levels).doesNotContain(NUMBER, "张伟", "15400000001");
  }

  @Test
  void theIdFollowsFromTheNumberAlone() {
    String id = merge(List.of(POLICE)).get(0).id();
    assertThat(id).startsWith("P1-").doesNotContain(NUMBER);
    assertThat(merge(List.of(HEALTH)).get(0).id()).isEqualTo(id);
    assertThat(merge(List.of(POLICE, HEALTH, OTHER)).get(0).id()).isEqualTo(id);
  }

  @Test
  void withoutANumberTheFirstRecordIsTheAnchor() {
    Member first = Persons.record("police", "A9", "2001-01-01", "", "王芳", "1970-01-01", "");
    Member wrong = Persons.record("police", "A9", "2001-01-01", "31910", "王芳", "1970-01-01", "");
    assertThat(merge(List.of(first)).get(0).id()).isEqualTo(merge(List.of(wrong)).get(0).id());
  }

  @Test
  void twoEntitiesWithOneNumberHaveTwoIds() {
    LinkDecision apart = new LinkDecision(false, POLICE.recordKey(), HEALTH.recordKey());
    Map<RecordKey, String> links = links(List.of(POLICE, HEALTH), apart);
    assertThat(new HashSet<>(links.values())).hasSize(2);
    assertThat(links.get(POLICE.recordKey())).isEqualTo(merge(List.of(POLICE)).get(0).id());
  }

  @Test
  void aStewardsDecisionHoldsAgainstTheNumbers() {
    LinkDecision same = new LinkDecision(true, POLICE.recordKey(), OTHER.recordKey());
    List<GoldenRecord> golden = merge(List.of(POLICE, OTHER), same);
    assertThat(golden).hasSize(1);
    assertThat(golden.get(0).members().get(0).link().kind()).isEqualTo(Link.Kind.DECISION);
  }

  @Test
  void decisionsThatContradictEachOtherAreRefused() {
    LinkDecision same = new LinkDecision(true, POLICE.recordKey(), OTHER.recordKey());
    LinkDecision apart = new LinkDecision(false, OTHER.recordKey(), POLICE.recordKey());
    assertThatThrownBy(() -> merge(List.of(POLICE, OTHER), same, apart))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("contradict");
  }

  @Test
  void aRecordThatLeavesUnmergesWhatItHeldTogether() {
    Map<RecordKey, String> both = links(List.of(POLICE, HEALTH, OTHER));
    Map<RecordKey, String> one = links(List.of(HEALTH, OTHER));
    assertThat(one.get(HEALTH.recordKey())).isEqualTo(both.get(HEALTH.recordKey()));
    IdHistory ended = IdHistory.step(Map.of(), both, links(List.of(POLICE, HEALTH)), DAY);
    assertThat(ended.changes())
        .extracting(IdHistory.Change::kind)
        .containsExactly(IdHistory.Kind.ENDED);
  }

  /**
   * Loading in any order and in any parts ends as loading at once; every id ever given resolves.
   */
  @Test
  void ordersAndPartsDoNotMatter() {
    Random random = new Random(7);
    List<Member> members = city(random, 14);
    Map<RecordKey, String> atOnce = links(members);
    List<GoldenRecord> golden = merge(members);
    for (int round = 0; round < 200; round++) {
      List<Member> shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, random);
      int cut = random.nextInt(shuffled.size() + 1);
      Map<String, IdHistory.Alias> aliases = new TreeMap<>();
      Map<RecordKey, String> before = Map.of();
      Set<String> ever = new HashSet<>();
      Set<String> ended = new HashSet<>();
      for (int to : new int[] {cut, shuffled.size()}) {
        Map<RecordKey, String> now = links(shuffled.subList(0, to));
        IdHistory history = IdHistory.step(aliases, before, now, DAY);
        assertThat(IdHistory.step(aliases, before, now, DAY)).isEqualTo(history);
        aliases = history.aliases();
        history.changes().stream()
            .filter(c -> c.kind() == IdHistory.Kind.ENDED)
            .forEach(c -> ended.add(c.id()));
        before = now;
        ever.addAll(now.values());
      }
      assertThat(before).isEqualTo(atOnce);
      Set<String> living = new HashSet<>(atOnce.values());
      for (String id : ever) {
        String found = living.contains(id) || !aliases.containsKey(id) ? id : aliases.get(id).id();
        assertThat(living).contains(found);
      }
      assertThat(ended).isEmpty();
    }
    List<Member> reversed = new ArrayList<>(members);
    Collections.reverse(reversed);
    assertThat(merge(reversed)).isEqualTo(golden);
  }

  private static List<Member> city(Random random, int persons) {
    String[] surnames = {"张", "李", "王", "赵", "陈", "刘"};
    String[] given = {"伟", "娜", "芳", "敏", "静", "杰宇", "志平", "博鹏"};
    List<Member> members = new ArrayList<>();
    for (int p = 0; p < persons; p++) {
      String born =
          String.format(
              Locale.ROOT,
              "19%02d-%02d-%02d",
              40 + random.nextInt(50),
              1 + random.nextInt(12),
              1 + random.nextInt(28));
      String number = random.nextInt(4) == 0 ? "" : Persons.number(born, p + 1);
      String name = surnames[random.nextInt(surnames.length)] + given[random.nextInt(given.length)];
      String phone = "154" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
      for (String source : List.of("police", "health", "insurance")) {
        if (random.nextInt(4) > 0) {
          members.add(
              Persons.record(
                  source,
                  source.substring(0, 1) + p,
                  "20" + (10 + random.nextInt(7)) + "-01-01",
                  random.nextInt(5) == 0 ? "" : number,
                  name,
                  born,
                  random.nextInt(3) == 0 ? "" : phone));
        }
      }
    }
    return members;
  }

  @Test
  void everyRecordIsOfOneEntity() {
    List<Member> members = city(new Random(3), 30);
    assertThat(links(members).keySet())
        .isEqualTo(members.stream().map(Member::recordKey).collect(Collectors.toSet()));
  }
}
