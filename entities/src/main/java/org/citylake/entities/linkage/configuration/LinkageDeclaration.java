package org.citylake.entities.linkage.configuration;

import java.util.List;
import java.util.OptionalDouble;
import org.citylake.entities.linkage.blocking.BlockingKey;

/**
 * How records are linked.
 *
 * @param fields what is compared
 * @param blocking what pairs are compared; empty to have keys chosen from the data
 * @param threshold the probability from which on a pair is a match; empty to have it chosen
 */
public record LinkageDeclaration(
    List<FieldDeclaration> fields, List<BlockingKey> blocking, OptionalDouble threshold) {
  public LinkageDeclaration {
    fields = List.copyOf(fields);
    blocking = List.copyOf(blocking);
  }
}
