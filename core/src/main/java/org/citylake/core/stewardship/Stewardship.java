package org.citylake.core.stewardship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.stewardship.ObjectionStep.Decided;
import org.citylake.core.stewardship.ObjectionStep.Raised;

/**
 * Where a home's objections and decisions on links stand: a pure function of the journal's lines.
 * Of several decisions on the same two records the latest holds.
 *
 * @param objections oldest first
 * @param links every decision on a link, oldest first
 */
public record Stewardship(List<Objection> objections, List<KeptLink> links) {
  public Stewardship {
    objections = List.copyOf(objections);
    links = List.copyOf(links);
  }

  /**
   * What lines make.
   *
   * @throws CityLakeException of kind USER when a step may not come where it stands
   */
  public static Stewardship of(List<StewardEntry> entries) {
    Map<Integer, Objection> objections = new TreeMap<>();
    List<KeptLink> links = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      StewardEntry entry = entries.get(i);
      if (entry instanceof LinkDecided decided) {
        keep(links, i + 1, decided.link(), decided, 0);
      } else if (entry instanceof Raised raised) {
        if (objections.putIfAbsent(raised.objection(), Objection.of(raised)) != null) {
          throw new CityLakeException(
              Kind.USER, "Objection " + raised.objection() + " is raised already");
        }
      } else if (entry instanceof ObjectionStep step) {
        objections.put(step.objection(), load(objections, step.objection()).then(step));
        if (step instanceof Decided decided) {
          int number = i + 1;
          decided.findLink().ifPresent(l -> keep(links, number, l, step, step.objection()));
        }
      }
    }
    return new Stewardship(inOrder(objections.values()), links);
  }

  /** The objection of a number. */
  public Optional<Objection> find(int number) {
    return objections.stream().filter(o -> o.number() == number).findFirst();
  }

  private static List<Objection> inOrder(Collection<Objection> objections) {
    return List.copyOf(objections);
  }

  private static Objection load(Map<Integer, Objection> objections, int number) {
    Objection found = objections.get(number);
    if (found == null) {
      throw new CityLakeException(Kind.USER, "There is no objection " + number);
    }
    return found;
  }

  private static void keep(
      List<KeptLink> links, int number, LinkChoice link, StewardEntry entry, int objection) {
    links.replaceAll(before -> before.link().samePair(link) ? before.outOfForce() : before);
    links.add(new KeptLink(number, link, entry.text(), entry.by(), entry.at(), objection, true));
  }
}
