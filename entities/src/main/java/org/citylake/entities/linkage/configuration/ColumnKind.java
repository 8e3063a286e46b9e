package org.citylake.entities.linkage.configuration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citylake.entities.identifier.OfficialIdentifier;
import org.citylake.entities.linkage.blocking.KeyForm;
import org.citylake.entities.linkage.comparison.DateForm;
import org.citylake.entities.linkage.comparison.Level;
import org.citylake.entities.linkage.comparison.Measure;
import org.citylake.entities.linkage.comparison.TextForm;

/** What a column holds, and so how its values are compared and blocked on. */
public enum ColumnKind {
  /** Resident identity numbers. */
  IDENTITY_NUMBER,
  /** Unified social credit codes. */
  CREDIT_CODE,
  /** A given name, a surname or a full name in letters, or another short text. */
  NAME,
  /** A person's name in Chinese characters. */
  CHINESE_NAME,
  /** A legal entity's name in Chinese characters. */
  LEGAL_NAME,
  /** A date. */
  DATE,
  /** An address in Chinese characters. */
  CHINESE_ADDRESS,
  /** A few words: an address, a place, a company. */
  PHRASE,
  /** Many words. */
  TEXT,
  /** A list of items, separated by ; or |. */
  ARRAY,
  /** A code, number or postcode whose characters matter, not its size. */
  CODE,
  /** A phone number. */
  PHONE,
  /** An e-mail address. */
  EMAIL,
  /** A number whose size matters. */
  NUMBER,
  /** A year. */
  YEAR,
  /** Degrees of latitude; its longitude is compared with it. */
  LATITUDE,
  /** Degrees of longitude. */
  LONGITUDE,
  /** One of few values. */
  CATEGORY;

  private static final LocalDate ANY = LocalDate.MAX;

  /** The name in declarations, such as {@code chinese-name}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that name. */
  public static Optional<ColumnKind> find(String id) {
    return Arrays.stream(values()).filter(k -> k.id().equals(id)).findFirst();
  }

  /** The identifier that decides by rule, when the kind is one. */
  public Optional<OfficialIdentifier> identifier() {
    return switch (this) {
      case IDENTITY_NUMBER -> Optional.of(OfficialIdentifier.RESIDENT_IDENTITY_NUMBER);
      case CREDIT_CODE -> Optional.of(OfficialIdentifier.UNIFIED_SOCIAL_CREDIT_CODE);
      default -> Optional.empty();
    };
  }

  /** What of an entity the kind tells, beside what very many entities share. */
  public Optional<Telling> telling() {
    return switch (this) {
      case NAME, CHINESE_NAME, LEGAL_NAME -> Optional.of(Telling.NAME);
      case DATE -> Optional.of(Telling.DATE);
      case CHINESE_ADDRESS, PHRASE, TEXT -> Optional.of(Telling.PLACE);
      case PHONE -> Optional.of(Telling.PHONE);
      case EMAIL -> Optional.of(Telling.EMAIL);
      case IDENTITY_NUMBER, CREDIT_CODE, ARRAY, CODE, NUMBER, YEAR, LATITUDE, LONGITUDE, CATEGORY ->
          Optional.empty();
    };
  }

  /** What tells an entity, each seldom shared by two that share another one. */
  public enum Telling {
    /** What it is called. */
    NAME,
    /** A day of its life. */
    DATE,
    /** Where it is, or what is said of it in words. */
    PLACE,
    /** Its phone. */
    PHONE,
    /** Its e-mail address. */
    EMAIL
  }

  /** The form of a value in which it is compared; empty when it says nothing. */
  public String form(String value) {
    String text = TextForm.normalise(value);
    return switch (this) {
      case IDENTITY_NUMBER, CREDIT_CODE ->
          identifier()
              .orElseThrow()
              .read(value, ANY)
              .right()
              .map(ColumnKind::number)
              .orElse(TextForm.compact(text));
      case DATE -> DateForm.parse(text) == DateForm.NONE ? text : isoDate(DateForm.parse(text));
      case CODE -> TextForm.compact(text);
      case PHONE -> {
        String digits = TextForm.digits(text);
        yield digits.isEmpty() ? text : digits;
      }
      default -> text;
    };
  }

  private static String number(Object identifier) {
    return identifier instanceof org.citylake.entities.identifier.ResidentIdentityNumber resident
        ? resident.value()
        : identifier instanceof org.citylake.entities.identifier.UnifiedSocialCreditCode credit
            ? credit.value()
            : identifier
                    instanceof org.citylake.entities.identifier.PermanentResidenceCardNumber card
                ? card.value()
                : identifier.toString();
  }

  private static String isoDate(int date) {
    return String.format(
        Locale.ROOT,
        "%04d-%02d-%02d",
        DateForm.year(date),
        DateForm.month(date),
        DateForm.day(date));
  }

  /** The levels by which values of this kind are compared, equality first. */
  public List<Level> levels() {
    return switch (this) {
      case IDENTITY_NUMBER, CREDIT_CODE ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 1),
              Level.of(Measure.IDENTITY_PARTS, 1),
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 3));
      case NAME ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 1),
              Level.of(Measure.JARO_WINKLER, 0.9),
              Level.of(Measure.BEGINNING, 1),
              Level.of(Measure.JARO_WINKLER, 0.8),
              Level.of(Measure.JARO_WINKLER, 0.7));
      case CHINESE_NAME ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.SIMPLIFIED, 1),
              Level.of(Measure.PINYIN, 1),
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 1),
              Level.of(Measure.SURNAME, 1));
      case LEGAL_NAME ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.LEGAL_CORE, 1),
              Level.of(Measure.TOKEN_COSINE, 0.8),
              Level.of(Measure.TRADE_NAME, 1),
              Level.of(Measure.TOKEN_COSINE, 0.5),
              Level.of(Measure.TOKEN_COSINE, 0.3));
      case DATE ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.DATE_SWAP, 1),
              Level.of(Measure.DATE_DIGITS, 1),
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 1),
              Level.of(Measure.DATE_PARTS, 2),
              Level.of(Measure.DATE_DIGITS, 2),
              Level.of(Measure.DATE_PARTS, 1));
      case CHINESE_ADDRESS ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.ADDRESS_PARTS, 3),
              Level.of(Measure.ADDRESS_PARTS, 2),
              Level.of(Measure.TOKEN_COSINE, 0.8),
              Level.of(Measure.ADDRESS_PARTS, 1),
              Level.of(Measure.TOKEN_COSINE, 0.5));
      case PHRASE ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 2),
              Level.of(Measure.TOKEN_COSINE, 0.8),
              Level.of(Measure.JARO_WINKLER, 0.9),
              Level.of(Measure.TOKEN_COSINE, 0.6),
              Level.of(Measure.JARO_WINKLER, 0.8),
              Level.of(Measure.TOKEN_COSINE, 0.35));
      case TEXT ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.TOKEN_COSINE, 0.9),
              Level.of(Measure.TOKEN_COSINE, 0.8),
              Level.of(Measure.TOKEN_COSINE, 0.7),
              Level.of(Measure.TOKEN_COSINE, 0.6),
              Level.of(Measure.TOKEN_COSINE, 0.5),
              Level.of(Measure.TOKEN_COSINE, 0.4),
              Level.of(Measure.TOKEN_COSINE, 0.3),
              Level.of(Measure.TOKEN_COSINE, 0.2),
              Level.of(Measure.TOKEN_COSINE, 0.1));
      case ARRAY ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.ARRAY_OVERLAP, 3),
              Level.of(Measure.ARRAY_OVERLAP, 2),
              Level.of(Measure.ARRAY_OVERLAP, 1));
      case CODE, PHONE ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 1),
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 2));
      case EMAIL ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.DAMERAU_LEVENSHTEIN, 2),
              Level.of(Measure.JARO_WINKLER, 0.9),
              Level.of(Measure.JARO_WINKLER, 0.8),
              Level.of(Measure.JARO_WINKLER, 0.7));
      case NUMBER ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.RELATIVE_DIFFERENCE, 0.01),
              Level.of(Measure.RELATIVE_DIFFERENCE, 0.05),
              Level.of(Measure.RELATIVE_DIFFERENCE, 0.2),
              Level.of(Measure.RELATIVE_DIFFERENCE, 0.5));
      case YEAR -> List.of(Level.EQUAL, Level.of(Measure.DIFFERENCE, 1));
      case LATITUDE, LONGITUDE ->
          List.of(
              Level.EQUAL,
              Level.of(Measure.DIFFERENCE, 0.001),
              Level.of(Measure.DIFFERENCE, 0.01),
              Level.of(Measure.DIFFERENCE, 0.1));
      case CATEGORY -> List.of(Level.EQUAL, Level.of(Measure.DAMERAU_LEVENSHTEIN, 1));
    };
  }

  /** What of values may stand in blocking keys, the whole value first. */
  public List<KeyForm> keyForms() {
    return switch (this) {
      case IDENTITY_NUMBER, CREDIT_CODE, CODE, PHONE ->
          List.of(KeyForm.WHOLE, KeyForm.FIRST_HALF, KeyForm.SECOND_HALF);
      case NAME -> List.of(KeyForm.WHOLE, KeyForm.SOUND, KeyForm.START, KeyForm.END);
      case CHINESE_NAME -> List.of(KeyForm.WHOLE, KeyForm.SOUND, KeyForm.INITIAL);
      case LEGAL_NAME -> List.of(KeyForm.WHOLE, KeyForm.LEGAL_CORE, KeyForm.RARE_TOKENS);
      case DATE -> List.of(KeyForm.WHOLE, KeyForm.YEAR_MONTH, KeyForm.MONTH_DAY, KeyForm.YEAR_DAY);
      case CHINESE_ADDRESS, TEXT -> List.of(KeyForm.WHOLE, KeyForm.RARE_TOKENS);
      case PHRASE ->
          List.of(KeyForm.WHOLE, KeyForm.RARE_TOKENS, KeyForm.SOUND, KeyForm.START, KeyForm.END);
      case EMAIL -> List.of(KeyForm.WHOLE, KeyForm.LOCAL_PART, KeyForm.START, KeyForm.END);
      case ARRAY, NUMBER, YEAR, LATITUDE, LONGITUDE, CATEGORY -> List.of(KeyForm.WHOLE);
    };
  }
}
