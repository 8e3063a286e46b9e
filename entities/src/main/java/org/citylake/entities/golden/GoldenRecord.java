package org.citylake.entities.golden;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An entity with its id, its records and the values that survived.
 *
 * @param id its city id
 * @param members its records and how each is linked
 * @param references records that refer to it and say nothing else of it, and how each is linked
 * @param values attribute to survivor
 */
public record GoldenRecord(
    String id,
    List<Cluster.Linked> members,
    List<Cluster.Linked> references,
    Map<String, Survivor> values) {
  public GoldenRecord {
    members = List.copyOf(members);
    references = List.copyOf(references);
    values = Map.copyOf(values);
  }

  /** All records that are linked to it. */
  public Stream<Cluster.Linked> linked() {
    return Stream.concat(members.stream(), references.stream());
  }
}
