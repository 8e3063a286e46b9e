package org.citylake.cli.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Synthetic records of persons with duplicates, the same ones for a seed: half of the persons have
 * two to four records, whose names have typing faults or are exchanged, whose birth dates have
 * wrong digits, who have moved, or of whom something is not said.
 */
final class SyntheticPersons {
  /** How persons come by their names. */
  enum Names {
    /** Some thousand surnames and given names, the commonest held by about one in a hundred. */
    MANY(3000, 3000, 70),
    /**
     * A hundred surnames and sixty given names: thousands share a full name, and many of them the
     * birthday.
     */
    FEW(100, 60, 40);

    private final int surnames;
    private final int givenNames;
    private final int years;

    Names(int surnames, int givenNames, int years) {
      this.surnames = surnames;
      this.givenNames = givenNames;
      this.years = years;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String HEADER =
      "record_id,given_name,surname,birth_date,address,district,phone\n";
  private static final String[] BEGINNINGS = {
    "b", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "q", "r", "s", "sh", "t", "w", "x",
    "y", "z", "zh"
  };
  private static final String[] ENDINGS = {
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "i", "in", "ing", "o", "ong", "ou", "u",
    "un", "uo"
  };
  private static final int STREETS = 4000;
  private static final int DISTRICTS = 16;

  private final Names names;
  private final SplittableRandom random;
  private final String[] surnames;
  private final String[] givenNames;
  private final double[] surnameShares;
  private final double[] givenShares;
  private final String[] streets;

  SyntheticPersons(Names names, long seed) {
    this.names = names;
    this.random = new SplittableRandom(seed);
    this.surnames = invented(names.surnames, 1, 2);
    this.givenNames = invented(names.givenNames, 1, 3);
    this.surnameShares = zipf(names.surnames);
    this.givenShares = zipf(names.givenNames);
    this.streets = invented(STREETS, 2, 3);
  }

  /** One record; null for what is not said. */
  private record Person(
      @Nullable String given,
      @Nullable String surname,
      @Nullable LocalDate birth,
      @Nullable String birthText,
      @Nullable String address,
      @Nullable String district,
      @Nullable String phone) {}

  /**
   * Writes records and the truth, both with a header.
   *
   * @param records how many
   * @param data {@code record_id,given_name,surname,birth_date,address,district,phone}
   * @param truth {@code record_id,entity_id}
   */
  void write(int records, Path data, Path truth) {
    try (var recordLines = Files.newBufferedWriter(data);
        var truthLines = Files.newBufferedWriter(truth)) {
      recordLines.write(HEADER);
      truthLines.write("record_id,entity_id\n");
      int written = 0;
      for (int person = 0; written < records; person++) {
        Person real = person();
        int copies = copies();
        for (int copy = 0; copy < copies && written < records; copy++) {
          Person told = copy == 0 ? real : told(real);
          recordLines.write(line(written, told));
          truthLines.write(written + "," + person + "\n");
          written++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + data, e);
    }
  }

  private Person person() {
    LocalDate birth =
        LocalDate.of(1940, 1, 1).plusDays(random.nextInt((int) (names.years * 365.25)));
    return new Person(
        drawn(givenNames, givenShares),
        drawn(surnames, surnameShares),
        birth,
        birth.toString(),
        address(),
        district(),
        phone());
  }

  private int copies() {
    double draw = random.nextDouble();
    return draw < 0.5 ? 1 : draw < 0.8 ? 2 : draw < 0.95 ? 3 : 4;
  }

  /** What another agency writes down of a person. */
  private Person told(Person real) {
    String given = often(0.12) ? faulty(text(real.given)) : real.given;
    String surname = often(0.08) ? faulty(text(real.surname)) : real.surname;
    if (often(0.03)) {
      String exchanged = given;
      given = surname;
      surname = exchanged;
    }
    boolean moved = often(0.15);
    return new Person(
        often(0.03) ? null : given,
        often(0.02) ? null : surname,
        real.birth,
        often(0.05) ? null : often(0.1) ? faultyDate(text(real.birthText)) : real.birthText,
        often(0.08)
            ? null
            : moved ? address() : often(0.2) ? faulty(text(real.address)) : real.address,
        often(0.05) ? null : moved ? district() : real.district,
        often(0.3) ? null : often(0.15) ? phone() : real.phone);
  }

  private boolean often(double share) {
    return random.nextDouble() < share;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** One letter is left out, doubled, replaced or exchanged with the next. */
  private String faulty(String text) {
    StringBuilder result = new StringBuilder(text);
    int place = random.nextInt(text.length());
    char letter = (char) ('a' + random.nextInt(26));
    switch (random.nextInt(4)) {
      case 0 -> result.insert(place, letter);
      case 1 -> result.setCharAt(place, letter);
      case 2 -> {
        if (text.length() > 2) {
          result.deleteCharAt(place);
        }
      }
      default -> {
        if (place + 1 < text.length()) {
          result.setCharAt(place, text.charAt(place + 1));
          result.setCharAt(place + 1, text.charAt(place));
        }
      }
    }
    return result.toString();
  }

  /** Month and day are exchanged where that is a date, or one of the last digits is another. */
  private String faultyDate(String date) {
    if (often(0.3) && date.substring(8).compareTo("12") <= 0) {
      return date.substring(0, 5) + date.substring(8) + "-" + date.substring(5, 7);
    }
    int[] places = {2, 3, 6, 9};
    int place = places[random.nextInt(places.length)];
    return date.substring(0, place) + random.nextInt(1, 10) + date.substring(place + 1);
  }

  private String address() {
    return random.nextInt(1, 400) + " " + streets[random.nextInt(streets.length)] + " road";
  }

  private String district() {
    return "district " + (1 + random.nextInt(DISTRICTS));
  }

  private String phone() {
    return "1"
        + (3 + random.nextInt(7))
        + String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
  }

  private static String line(int id, Person person) {
    StringBuilder line = new StringBuilder().append(id);
    Consumer<@Nullable String> add = v -> line.append(',').append(v == null ? "" : v);
    add.accept(person.given);
    add.accept(person.surname);
    add.accept(person.birthText);
    add.accept(person.address);
    add.accept(person.district);
    add.accept(person.phone);
    return line.append('\n').toString();
  }

  private String drawn(String[] values, double[] shares) {
    int place = Arrays.binarySearch(shares, random.nextDouble());
    return values[Math.min(values.length - 1, place < 0 ? -place - 1 : place)];
  }

  /**
   * Sums of shares: each name is as much rarer than the first as its place says, from the tenth.
   */
  private static double[] zipf(int count) {
    double[] sums = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 1.0 / (i + 10);
      sums[i] = sum;
    }
    for (int i = 0; i < count; i++) {
      sums[i] /= sum;
    }
    return sums;
  }

  private String[] invented(int count, int least, int most) {
    String[] invented = new String[count];
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int n = random.nextInt(least, most + 1); n > 0; n--) {
        name.append(BEGINNINGS[random.nextInt(BEGINNINGS.length)])
            .append(ENDINGS[random.nextInt(ENDINGS.length)]);
      }
      invented[i] = name.toString();
    }
    return invented;
  }
}
