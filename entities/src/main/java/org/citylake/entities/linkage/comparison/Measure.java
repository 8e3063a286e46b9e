package org.citylake.entities.linkage.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * What a level of agreement is measured by. Likenesses go from 0 to 1 and are held against {@code
 * at-least}; distances begin at 0 and are held against {@code at-most}.
 */
public enum Measure {
  /** 1 when the normalised values are equal. */
  EQUAL(false, false),
  /** Letters to change, up to 8. */
  DAMERAU_LEVENSHTEIN(true, false),
  /** The Jaro–Winkler similarity. */
  JARO_WINKLER(false, false),
  /** The cosine of weighted sets of words, or of pairs of Chinese characters. */
  TOKEN_COSINE(false, false),
  /** How many items of two lists, separated by ; or |, are in both. */
  ARRAY_OVERLAP(false, false),
  /** 1 when one is the initial of the other, or its beginning of at least 3 letters. */
  BEGINNING(false, false),
  /** 1 when day and month are exchanged. */
  DATE_SWAP(false, false),
  /** How many of year, month and day are equal. */
  DATE_PARTS(false, false),
  /** How many digits of two dates differ. */
  DATE_DIGITS(true, false),
  /** How far apart two numbers are. */
  DIFFERENCE(true, false),
  /** How far apart two numbers are, as a share of the greater one. */
  RELATIVE_DIFFERENCE(true, false),
  /** Great-circle distance, this column being the latitude and {@code with} the longitude. */
  KILOMETRES(true, true),
  /** 1 when the values are exchanged with those of the column {@code with}, or nearly. */
  CROSSED(false, true),
  /** 1 when equal in simplified characters. */
  SIMPLIFIED(false, false),
  /** 1 when equal in pinyin without tones. */
  PINYIN(false, false),
  /** 1 when the Chinese surnames are equal. */
  SURNAME(false, false),
  /** 1 when equal without place, legal form and brackets. */
  LEGAL_CORE(false, false),
  /** 1 when the first two characters behind the place are equal. */
  TRADE_NAME(false, false),
  /** How many of road, lane, number, building and room agree; -1 when one differs. */
  ADDRESS_PARTS(false, false),
  /** 1 when place of issue and birth date, or birth date and sequence, of two numbers agree. */
  IDENTITY_PARTS(false, false);

  private static final int FARTHEST_EDIT = 8;
  private static final Pattern ITEMS = Pattern.compile("\\s*[;|]\\s*");
  private static final int SHORTEST_BEGINNING = 3;

  private final boolean distance;
  private final boolean twoColumns;

  Measure(boolean distance, boolean twoColumns) {
    this.distance = distance;
    this.twoColumns = twoColumns;
  }

  /** The name in declarations, such as {@code jaro-winkler}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The measure of that name. */
  public static Optional<Measure> find(String id) {
    return Arrays.stream(values()).filter(m -> m.id().equals(id)).findFirst();
  }

  /** Whether less is nearer. */
  public boolean isDistance() {
    return distance;
  }

  /** Whether it needs a second column. */
  public boolean needsSecondColumn() {
    return twoColumns;
  }

  /**
   * The measure over one column's values; what needs two columns is not made here.
   *
   * @param weakest the likeness or distance behind which none is asked for; what lies there may be
   *     given as anything else that lies there
   */
  CodeMeasure prepare(ComparedColumn column, double weakest) {
    List<String> values = column.values();
    return switch (this) {
      case EQUAL -> (a, b) -> a == b ? 1 : 0;
      case DAMERAU_LEVENSHTEIN -> edits(column, (int) Math.min(weakest, FARTHEST_EDIT));
      case JARO_WINKLER -> jaroWinkler(column, weakest);
      case TOKEN_COSINE -> column.tokens()::cosine;
      case ARRAY_OVERLAP -> over(values, v -> List.of(ITEMS.split(v)), Measure::shared);
      case BEGINNING -> (a, b) -> begins(values.get(a), values.get(b)) ? 1 : 0;
      case DATE_SWAP -> ofDates(values, Measure::swapped);
      case DATE_PARTS -> ofDates(values, Measure::equalParts);
      case DATE_DIGITS -> ofDates(values, Measure::digitsDiffering);
      case DIFFERENCE -> ofNumbers(values, false);
      case RELATIVE_DIFFERENCE -> ofNumbers(values, true);
      case SIMPLIFIED -> equal(values, HanText::simplified);
      case PINYIN -> equal(values, HanText::pinyin);
      case SURNAME -> equal(values, v -> HanText.surname(HanText.simplified(v)));
      case LEGAL_CORE -> equal(values, v -> LegalName.parse(v).core());
      case TRADE_NAME -> equal(values, v -> LegalName.parse(v).tradeName());
      case ADDRESS_PARTS -> over(values, AddressParts::parse, AddressParts::agreement);
      case IDENTITY_PARTS -> (a, b) -> identityParts(values.get(a), values.get(b)) ? 1 : 0;
      case KILOMETRES, CROSSED -> throw new IllegalArgumentException(id() + " needs two columns");
    };
  }

  private static CodeMeasure edits(ComparedColumn column, int most) {
    String[] texts = column.values().toArray(new String[0]);
    long[] bags = column.bags();
    return (a, b) ->
        CharacterBag.leastEdits(bags[a], bags[b]) > most
            ? most + 1
            : DamerauLevenshtein.distance(texts[a], texts[b], most);
  }

  private static CodeMeasure jaroWinkler(ComparedColumn column, double least) {
    String[] texts = column.values().toArray(new String[0]);
    long[] bags = column.bags();
    return (a, b) -> JaroWinkler.similarity(texts[a], bags[a], texts[b], bags[b], least);
  }

  private static <T> CodeMeasure over(
      List<String> values, Function<String, T> parse, ToDoubleBiFunction<T, T> measure) {
    List<T> parsed = values.stream().map(parse).toList();
    return (a, b) -> measure.applyAsDouble(parsed.get(a), parsed.get(b));
  }

  private static CodeMeasure equal(List<String> values, Function<String, String> form) {
    List<String> forms = values.stream().map(form).map(String::intern).toList();
    return (a, b) -> forms.get(a).equals(forms.get(b)) ? 1 : 0;
  }

  private static CodeMeasure ofDates(List<String> values, DateMeasure measure) {
    ToIntFunction<String> parse = DateForm::parse;
    int[] dates = values.stream().mapToInt(parse).toArray();
    return (a, b) ->
        dates[a] == DateForm.NONE || dates[b] == DateForm.NONE
            ? Double.NaN
            : measure.of(dates[a], dates[b]);
  }

  private static CodeMeasure ofNumbers(List<String> values, boolean relative) {
    double[] numbers = values.stream().mapToDouble(NumberForm::parse).toArray();
    return (a, b) -> {
      double apart = Math.abs(numbers[a] - numbers[b]);
      double greater = Math.max(Math.abs(numbers[a]), Math.abs(numbers[b]));
      return !relative || apart == 0 ? apart : apart / greater;
    };
  }

  private interface DateMeasure {
    double of(int left, int right);
  }

  private static double shared(List<String> a, List<String> b) {
    return a.stream().distinct().filter(b::contains).count();
  }

  private static boolean begins(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    String bare = shorter.endsWith(".") ? shorter.substring(0, shorter.length() - 1) : shorter;
    return (bare.length() == 1 || bare.length() >= SHORTEST_BEGINNING) && longer.startsWith(bare);
  }

  private static double swapped(int a, int b) {
    return DateForm.year(a) == DateForm.year(b)
            && DateForm.month(a) == DateForm.day(b)
            && DateForm.day(a) == DateForm.month(b)
        ? 1
        : 0;
  }

  private static double equalParts(int a, int b) {
    return (DateForm.year(a) == DateForm.year(b) ? 1 : 0)
        + (DateForm.month(a) == DateForm.month(b) ? 1 : 0)
        + (DateForm.day(a) == DateForm.day(b) ? 1 : 0);
  }

  private static double digitsDiffering(int a, int b) {
    int differing = 0;
    for (int x = a, y = b; x > 0 || y > 0; x /= 10, y /= 10) {
      differing += x % 10 == y % 10 ? 0 : 1;
    }
    return differing;
  }

  private static boolean identityParts(String a, String b) {
    int places = 18;
    if (a.length() != places || b.length() != places) {
      return false;
    }
    boolean birth = a.regionMatches(6, b, 6, 8);
    return birth && (a.regionMatches(0, b, 0, 6) || a.regionMatches(14, b, 14, 3));
  }
}
