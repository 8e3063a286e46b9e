package org.citylake.core.stewardship;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.stewardship.ObjectionStep.Decided;
import org.citylake.core.stewardship.ObjectionStep.Kind;
import org.citylake.core.stewardship.ObjectionStep.Raised;

/**
 * An objection with its course: a pure function of its steps. A rejected one needs nothing but its
 * receipt; an upheld one is corrected first, by the source or by a decision on a link.
 *
 * @param raised what is objected to
 * @param steps all steps, oldest first, beginning with {@code raised}
 */
public record Objection(Raised raised, List<ObjectionStep> steps) {
  public Objection {
    steps = List.copyOf(steps);
  }

  static Objection of(Raised raised) {
    return new Objection(raised, List.of(raised));
  }

  /** Its number in the home, from 1. */
  @JsonProperty("number")
  public int number() {
    return raised.objection();
  }

  /** The last step. */
  @JsonProperty("state")
  public String state() {
    return last().kind().id();
  }

  /** The steps that may come now; none at the end. */
  @JsonProperty("next")
  public List<String> next() {
    return allowed().stream().map(Kind::id).toList();
  }

  /** Whether it has come to its end. */
  boolean closed() {
    return allowed().isEmpty();
  }

  /**
   * The objection after one more step.
   *
   * @throws CityLakeException of kind USER when that step may not come now
   */
  public Objection then(ObjectionStep step) {
    if (!allowed().contains(step.kind())) {
      String next = allowed().stream().map(Kind::id).collect(Collectors.joining(" or "));
      throw new CityLakeException(
          CityLakeException.Kind.USER,
          "Objection "
              + number()
              + " cannot be "
              + step.kind().id()
              + " now: it is "
              + state()
              + (next.isEmpty() ? ", which is its end" : ", and next is " + next));
    }
    List<ObjectionStep> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Objection(raised, longer);
  }

  private ObjectionStep last() {
    return steps.get(steps.size() - 1);
  }

  private List<Kind> allowed() {
    return switch (last().kind()) {
      case RAISED -> List.of(Kind.SENT);
      case SENT -> List.of(Kind.DECIDED);
      case DECIDED -> afterDecision((Decided) last());
      case CORRECTED -> List.of(Kind.RECEIPT);
      case RECEIPT -> List.of();
    };
  }

  private static List<Kind> afterDecision(Decided decided) {
    if (decided.outcome().equals(Decided.REJECTED)) {
      return List.of(Kind.RECEIPT);
    }
    return decided.findLink().isPresent()
        ? List.of(Kind.CORRECTED, Kind.RECEIPT)
        : List.of(Kind.CORRECTED);
  }
}
