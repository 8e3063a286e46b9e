package org.citylake.entities.identifier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The identifiers by the names that contracts give them: the one table of names. */
public enum OfficialIdentifier {
  /** Of residents in all forms, cards of foreign permanent residents from before 2023 too. */
  RESIDENT_IDENTITY_NUMBER,
  UNIFIED_SOCIAL_CREDIT_CODE,
  ORGANISATION_CODE,
  BUSINESS_REGISTRATION_NUMBER,
  TAXPAYER_NUMBER,
  DIVISION_CODE,
  STATISTICAL_DIVISION_CODE;

  /** The identifier of that name, if there is one. */
  public static Optional<OfficialIdentifier> find(String id) {
    return Arrays.stream(values()).filter(i -> i.id().equals(id)).findFirst();
  }

  /** The name in kebab case, such as {@code resident-identity-number}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads a text as this identifier.
   *
   * @param latest the last day of a birth, for identifiers with a birth date; LocalDate.MAX for any
   */
  public Reading<?> read(String written, LocalDate latest) {
    return switch (this) {
      case RESIDENT_IDENTITY_NUMBER ->
          PermanentResidenceCardNumber.begins(written)
              ? PermanentResidenceCardNumber.read(written)
              : ResidentIdentityNumber.read(written, latest);
      case UNIFIED_SOCIAL_CREDIT_CODE -> UnifiedSocialCreditCode.read(written);
      case ORGANISATION_CODE -> OrganisationCode.read(written);
      case BUSINESS_REGISTRATION_NUMBER -> BusinessRegistrationNumber.read(written);
      case TAXPAYER_NUMBER -> TaxpayerNumber.read(written);
      case DIVISION_CODE -> DivisionCode.read(written);
      case STATISTICAL_DIVISION_CODE -> StatisticalDivisionCode.read(written);
    };
  }
}
