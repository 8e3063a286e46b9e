package org.citylake.entities.golden;

import java.util.List;
import java.util.Map;

/**
 * An entity with its id, its records and the values that survived.
 *
 * @param id its city id
 * @param members its records and how each is linked
 * @param values attribute to survivor
 */
public record GoldenRecord(String id, List<Cluster.Linked> members, Map<String, Survivor> values) {
  public GoldenRecord {
    members = List.copyOf(members);
    values = Map.copyOf(values);
  }
}
