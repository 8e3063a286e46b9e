package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.citylake.entities.credit.Disclosure.Audience;
import org.citylake.entities.standard.StandardRow;
import org.citylake.entities.standard.Validity;

/**
 * What may be recorded as credit: items of the national basic catalogue of public credit
 * information (全国公共信用信息基础目录; 国办发〔2020〕49号), each for its days.
 */
public final class CreditCatalogue {
  /** Id of the code list. */
  public static final String CODELIST = "credit_item";

  private final List<Entry> entries;

  /** A catalogue of all its editions' entries. */
  public CreditCatalogue(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * The catalogue that a code list holds.
   *
   * @throws CityLakeException of kind DATA when a cell that is needed is empty or not known
   */
  public static CreditCatalogue of(Codelist codelist) {
    return new CreditCatalogue(
        StandardRow.read(
            codelist, row -> new Entry(row.text("code"), disclosure(row), row.validity())));
  }

  private static Disclosure disclosure(StandardRow row) {
    String text = row.text("disclosure");
    return Stream.of(Disclosure.values())
        .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.DATA,
                    "Cannot read the code list "
                        + row.codelist()
                        + ": disclosure is open, on_request, authorised or shared, not '"
                        + text
                        + "'"));
  }

  /**
   * An entry.
   *
   * @param validity its days
   */
  public record Entry(String code, Disclosure disclosure, Validity validity) {}

  /** Why an item of that code does not land as a record on a day; empty when it does. */
  public Optional<String> refusal(String code, LocalDate day) {
    List<Entry> known = entries.stream().filter(e -> e.code().equals(code)).toList();
    if (known.isEmpty()) {
      return Optional.of("The catalogue has no item '" + code + "'");
    }
    return known.stream().anyMatch(e -> e.validity().on(day))
        ? Optional.empty()
        : Optional.of("The catalogue's item '" + code + "' is not in force on " + day);
  }

  /**
   * Whether an audience is shown items of that code on a day; nobody is shown what the catalogue of
   * the day does not have.
   */
  public boolean shows(String code, Audience audience, LocalDate day) {
    return entries.stream()
        .anyMatch(
            e -> e.code().equals(code) && e.validity().on(day) && e.disclosure().isFor(audience));
  }
}
