package org.citylake.core.contract;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what right a source's personal data are handled, and for how long they are kept.
 *
 * <p>Source: Personal Information Protection Law of the PRC, articles 13, 19, 28 and 55.
 *
 * @param basis article 13, paragraph 1
 * @param law the law or rule that gives the duty or the right
 * @param necessity why sensitive personal data are needed (article 28)
 * @param purposes for what the vault may be read
 * @param retention how long versions that no longer hold are kept (article 19)
 * @param impactAssessment number or title of the assessment of article 55
 */
public record PersonalData(
    Basis basis,
    String law,
    Optional<String> necessity,
    List<Purpose> purposes,
    Period retention,
    Optional<String> impactAssessment) {
  /** The contract's custom key. */
  static final String KEY = "personalData";

  public PersonalData {
    purposes = List.copyOf(purposes);
  }

  /** Legal basis, in the order of article 13. */
  public enum Basis {
    CONSENT,
    CONTRACT,
    STATUTORY_DUTY,
    EMERGENCY,
    PUBLIC_INTEREST,
    DISCLOSED,
    OTHER_LAW
  }

  /** For what the vault may be read. */
  public enum Purpose {
    /** To find the records of one person. */
    LINKAGE,
    /** To give wrong records back to the agency that sent them. */
    HAND_BACK,
    /** To decide a doubtful record by eye. */
    STEWARDSHIP,
    /** To answer the person concerned. */
    SELF_QUERY;

    /** As declarations write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The entry of a contract's custom keys, which have passed the schema. */
  static Optional<PersonalData> of(Map<String, Object> custom) {
    if (!(custom.get(KEY) instanceof Map<?, ?> entry)) {
      return Optional.empty();
    }
    List<?> purposes = entry.get("purposes") instanceof List<?> list ? list : List.of();
    return Optional.of(
        new PersonalData(
            Basis.valueOf(constant(entry.get("basis"))),
            String.valueOf(entry.get("law")),
            Optional.ofNullable(entry.get("necessity")).map(Object::toString),
            purposes.stream().map(p -> Purpose.valueOf(constant(p))).toList(),
            Period.parse(String.valueOf(entry.get("retention"))),
            Optional.ofNullable(entry.get("impact-assessment")).map(Object::toString)));
  }

  private static String constant(@Nullable Object id) {
    return String.valueOf(id).toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
