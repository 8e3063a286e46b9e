package org.citylake.entities.golden;

import java.util.List;

/**
 * The value of an attribute that survived.
 *
 * @param attribute the attribute
 * @param value the value as the first winning record writes it
 * @param reason what decided
 * @param winners records that say it, in {@link Member#ORDER}
 * @param others records that say something else
 * @param distinct how many different values there were
 */
public record Survivor(
    String attribute,
    String value,
    Reason reason,
    List<Member> winners,
    List<Member> others,
    int distinct) {
  public Survivor {
    winners = List.copyOf(winners);
    others = List.copyOf(others);
  }
}
