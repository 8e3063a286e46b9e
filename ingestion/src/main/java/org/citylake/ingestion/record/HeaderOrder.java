package org.citylake.ingestion.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.ingestion.type.ShownValue;

/** Holds the column names of a file against those of a contract. */
public final class HeaderOrder {
  /** Every blank, that of full width, the one that does not break, and a byte order mark. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00A0\\uFEFF]+");

  private final SourceDeclaration source;
  private final List<String> expected;

  /** For the files of a source. */
  public HeaderOrder(SourceDeclaration source) {
    this.source = source;
    this.expected =
        source.contract().properties().stream().map(ContractProperty::physicalName).toList();
  }

  /**
   * The contract's physical names in the file's order.
   *
   * @param found names as they stand in the file
   * @throws CityLakeException of kind DATA that shows the difference
   */
  public List<String> of(List<String> found, String file) {
    boolean exact = source.format().header() == HeaderRule.EXACT;
    Map<String, String> names = new HashMap<>();
    expected.forEach(name -> names.put(exact ? name : tolerant(name), name));
    List<String> order = new ArrayList<>();
    for (String name : found) {
      order.add(names.getOrDefault(exact ? name : tolerant(name), name));
    }
    if (known(found) == 0 && found.size() == expected.size()) {
      throw new CityLakeException(Kind.DATA, missing(order, file));
    }
    requireOnce(order, file);
    boolean agreed =
        exact ? order.equals(expected) : new HashSet<>(order).equals(new HashSet<>(expected));
    if (!agreed) {
      throw new CityLakeException(
          Kind.DATA, HeaderDifference.text(source.id(), file, expected, shown(order)));
    }
    return List.copyOf(order);
  }

  /** How many of the contract's columns are among the names, blanks and brackets aside. */
  public long known(List<String> found) {
    Set<String> names = new HashSet<>();
    found.forEach(name -> names.add(tolerant(name)));
    return expected.stream().map(HeaderOrder::tolerant).filter(names::contains).count();
  }

  private String missing(List<String> found, String file) {
    return "The header is missing in "
        + file
        + ": its first line looks like a record. Send the line of the column names first.\n"
        + HeaderDifference.text(source.id(), file, expected, shown(found));
  }

  /** The names, masked where they may be the values of a person since none is the contract's. */
  private List<String> shown(List<String> found) {
    ShownValue shown = ShownValue.of(source.contract());
    return shown == ShownValue.PERSONAL && known(found) == 0
        ? found.stream().map(shown::of).toList()
        : found;
  }

  private void requireOnce(List<String> order, String file) {
    Set<String> seen = new HashSet<>();
    for (String name : order) {
      if (!seen.add(name)) {
        String shown = shown(order).get(order.indexOf(name));
        throw new CityLakeException(
            Kind.DATA,
            "The column "
                + (shown.equals(name) ? ShownValue.PLAIN.of(name) : shown)
                + " stands twice in the header of "
                + file
                + " of source "
                + source.id()
                + ": nothing was loaded. Send it once, as it cannot be told which one is meant");
      }
    }
  }

  private static String tolerant(String name) {
    return BLANKS.matcher(name).replaceAll("").replace('（', '(').replace('）', ')');
  }
}
