package org.citylake.entities.credit;

import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.entities.identifier.RegistrationKind;
import org.citylake.entities.identifier.UnifiedSocialCreditCode;

/**
 * Who can have a score: a legal entity by its unified social credit code (GB 32100-2015). A natural
 * person, and an individual business that is one, has no score.
 *
 * @param code of any kind but individual businesses (92)
 */
public record CreditSubject(UnifiedSocialCreditCode code) {
  /** Throws CityLakeException of kind USER for an individual business. */
  public CreditSubject {
    if (code.kind().filter(k -> k == RegistrationKind.INDIVIDUAL_BUSINESS).isPresent()) {
      throw new CityLakeException(
          Kind.USER, "An individual business (个体工商户) is a natural person and gets no score");
    }
  }

  /**
   * The subject of a code as written.
   *
   * @throws CityLakeException of kind USER that says what is wrong, the text masked
   */
  public static CreditSubject of(String written) {
    return new CreditSubject(
        UnifiedSocialCreditCode.read(written)
            .right()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        "Only legal entities have a score, and this is no credit code of one: "
                            + UnifiedSocialCreditCode.read(written)
                                .wrong()
                                .orElseThrow()
                                .message())));
  }
}
