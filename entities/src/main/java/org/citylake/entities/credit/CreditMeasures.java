package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What may be done for credit (国办发〔2020〕49号). A measure, be it a punishment or a reward, needs an
 * entry of its subject in a list, and a basis in force for that list on that day; a class alone
 * steers rates of inspection and services, and never measures.
 */
public final class CreditMeasures {
  private final List<Basis> bases;

  /** Measures by the list of bases: the national one and what the city adds. */
  public CreditMeasures(List<Basis> bases) {
    this.bases = List.copyOf(bases);
  }

  /**
   * A basis.
   *
   * @param list name of the list whose entries it is for
   * @param validFrom first day
   * @param validTo first day no longer; empty while in force
   */
  public record Basis(String id, String list, LocalDate validFrom, Optional<LocalDate> validTo) {}

  /**
   * An entry of a legal entity in a list.
   *
   * @param listedOn first day
   * @param removedOn first day no longer; empty while listed
   */
  public record ListEntry(
      CreditSubject subject, String list, LocalDate listedOn, Optional<LocalDate> removedOn) {}

  /**
   * Why a measure against or for a subject is refused on a day; empty when it may be applied.
   *
   * @param entries of any subjects
   */
  public Optional<String> refusal(
      CreditSubject subject, String basisId, List<ListEntry> entries, LocalDate day) {
    List<Basis> known = bases.stream().filter(b -> b.id().equals(basisId)).toList();
    if (known.isEmpty()) {
      return Optional.of("There is no basis '" + basisId + "'");
    }
    List<Basis> inForce =
        known.stream().filter(b -> holds(b.validFrom(), b.validTo(), day)).toList();
    if (inForce.isEmpty()) {
      return Optional.of("The basis '" + basisId + "' is not in force on " + day);
    }
    boolean listed =
        entries.stream()
            .filter(e -> e.subject().equals(subject) && holds(e.listedOn(), e.removedOn(), day))
            .anyMatch(e -> inForce.stream().anyMatch(b -> b.list().equals(e.list())));
    return listed
        ? Optional.empty()
        : Optional.of(
            "The subject has no entry on "
                + day
                + " in the list of the basis '"
                + basisId
                + "': "
                + inForce.get(0).list());
  }

  private static boolean holds(LocalDate from, Optional<LocalDate> to, LocalDate day) {
    return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
  }
}
