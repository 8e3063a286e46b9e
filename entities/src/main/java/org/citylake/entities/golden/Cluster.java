package org.citylake.entities.golden;

import java.util.List;

/**
 * Records of one entity.
 *
 * @param members in {@link Member#ORDER}
 * @param references records that only refer to the entity, in the same order: they make no value
 */
public record Cluster(List<Linked> members, List<Linked> references) {
  public Cluster {
    members = List.copyOf(members);
    references = List.copyOf(references);
  }

  /** The members' records alone. */
  public List<Member> records() {
    return members.stream().map(Linked::member).toList();
  }

  /**
   * A record and why it is here.
   *
   * @param member the record
   * @param link how it is linked to the nearest other record of the entity
   */
  public record Linked(Member member, Link link) {}
}
