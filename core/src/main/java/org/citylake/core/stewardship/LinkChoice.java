package org.citylake.core.stewardship;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * Whether two records are of one entity.
 *
 * @param entity such as {@code person}
 * @param decision {@link #SAME}, {@link #APART} or {@link #OPEN}
 * @param sourceA source of one record
 * @param keyA its key, as the raw table has it: tokens for personal parts
 * @param sourceB source of the other
 * @param keyB its key
 */
public record LinkChoice(
    @JsonProperty("entity") String entity,
    @JsonProperty("decision") String decision,
    @JsonProperty("source_a") String sourceA,
    @JsonProperty("key_a") String keyA,
    @JsonProperty("source_b") String sourceB,
    @JsonProperty("key_b") String keyB) {
  /** They are of one entity, whatever the weights say: the link is pinned. */
  public static final String SAME = "same";

  /** They are not: the link is forbidden. */
  public static final String APART = "apart";

  /** What was decided before is taken back: the weights decide. */
  public static final String OPEN = "open";

  private static final Set<String> DECISIONS = Set.of(SAME, APART, OPEN);

  public LinkChoice {
    StewardText.name("entity", entity);
    if (!DECISIONS.contains(decision)) {
      throw new CityLakeException(Kind.USER, "A decision on a link is same, apart or open");
    }
    StewardText.name("source", sourceA);
    StewardText.name("source", sourceB);
    StewardText.key(keyA);
    StewardText.key(keyB);
    if (sourceA.equals(sourceB) && keyA.equals(keyB)) {
      throw new CityLakeException(Kind.USER, "A decision on a link is about two records, not one");
    }
  }

  /** Whether the other is about the same two records, in whatever order. */
  public boolean samePair(LinkChoice other) {
    return entity.equals(other.entity) && (equalRecords(other) || equalRecords(other.turned()));
  }

  private boolean equalRecords(LinkChoice other) {
    return sourceA.equals(other.sourceA)
        && keyA.equals(other.keyA)
        && sourceB.equals(other.sourceB)
        && keyB.equals(other.keyB);
  }

  private LinkChoice turned() {
    return new LinkChoice(entity, decision, sourceB, keyB, sourceA, keyA);
  }
}
