package org.citylake.ingestion.generate;

import org.citylake.entities.identifier.BusinessRegistrationNumber;
import org.citylake.entities.identifier.OrganisationCode;
import org.citylake.entities.identifier.UnifiedSocialCreditCode;

/**
 * The official numbers of a legal entity. Its organisation code begins with YL and is right by GB
 * 11714; no two entities share one.
 *
 * @param number the entity's number
 * @param form what kind it is
 * @param districtCode where it is registered, six digits
 */
record LegalEntityCodes(long number, LegalForm form, String districtCode) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** 31^6: bodies of organisation codes behind YL. */
  private static final long BODIES = 887_503_681L;

  OrganisationCode organisationCode() {
    StringBuilder body = new StringBuilder("YL");
    // Multiplying by a number prime to 31 keeps codes apart and spreads neighbours.
    long rest = (number + 1) * 514_229L % BODIES;
    for (int i = 0; i < 6; i++) {
      body.append(ALPHABET.charAt((int) (rest % 31)));
      rest /= 31;
    }
    return OrganisationCode.complete(body.toString());
  }

  /** GB 32100. */
  String creditCode() {
    return UnifiedSocialCreditCode.complete(form.kind() + districtCode + organisationCode().value())
        .value();
  }

  /** GS 15, 15 digits. */
  String registrationNumber() {
    return BusinessRegistrationNumber.complete(districtCode + Person.padded(number, 8)).value();
  }
}
