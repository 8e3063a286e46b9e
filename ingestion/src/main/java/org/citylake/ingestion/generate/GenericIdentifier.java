package org.citylake.ingestion.generate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.citylake.entities.identifier.BusinessRegistrationNumber;
import org.citylake.entities.identifier.OrganisationCode;
import org.citylake.entities.identifier.RegistrationKind;
import org.citylake.entities.identifier.ResidentIdentityNumber;
import org.citylake.entities.identifier.UnifiedSocialCreditCode;

/** Official identifiers with right check characters that were never given to anybody. */
final class GenericIdentifier {
  private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H");

  private GenericIdentifier() {}

  /**
   * An identifier by the name that contracts give it.
   *
   * @throws IllegalArgumentException for a name that is not known here
   */
  static String of(String identifier, Draw draw, Entity entity) {
    String division = String.valueOf(entity.attribute("district-code"));
    return switch (identifier) {
      case "resident-identity-number" -> resident(draw);
      case "unified-social-credit-code" -> creditCode("91", draw, division);
      case "organisation-code" -> organisation(draw).value();
      case "business-registration-number" ->
          BusinessRegistrationNumber.complete(division + digits(draw, 8)).value();
      case "taxpayer-number" -> division + organisation(draw).value();
      case "division-code" -> division;
      case "statistical-division-code" -> String.valueOf(entity.attribute("committee-code"));
      default ->
          throw new IllegalArgumentException("No identifier is made for '" + identifier + "'");
    };
  }

  /** A credit code of the kind that the predicate accepts. */
  static Optional<String> creditCode(Draw draw, Entity entity, Predicate<String> accepted) {
    String division = String.valueOf(entity.attribute("district-code"));
    for (RegistrationKind kind : RegistrationKind.values()) {
      String code = creditCode(kind.code(), draw, division);
      if (accepted.test(code)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static String creditCode(String kind, Draw draw, String division) {
    return UnifiedSocialCreditCode.complete(kind + division + organisation(draw).value()).value();
  }

  /** Positions 3 to 6 hold 9100 to 9999, which GB/T 2260 has never given. */
  private static String resident(Draw draw) {
    String born = Person.REFERENCE.minusDays(draw.between("born", 7000, 30000)).toString();
    return ResidentIdentityNumber.complete(
            "31"
                + draw.between("place", 9100, 9999)
                + born.replace("-", "")
                + Person.padded(draw.below("sequence", 990), 3))
        .value();
  }

  private static OrganisationCode organisation(Draw draw) {
    return OrganisationCode.complete("YL" + draw.pick("letter", LETTERS) + digits(draw, 5));
  }

  private static String digits(Draw draw, int count) {
    return Person.padded(draw.below("digits", (int) Math.pow(10, count)), count);
  }
}
