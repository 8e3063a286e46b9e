package org.citylake.cli.benchmark;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Synthetic persons with duplicates, for measuring linkage: names of which some are common, births
 * of ninety years, addresses, telephone and e-mail; a third of the persons stand two to five times,
 * with typing faults, exchanged names, missing values, and changed addresses and telephones. The
 * same rows for the same seed.
 */
final class SyntheticPersons {
  /** The columns, with the true person behind the id. */
  static final List<String> HEADER =
      List.of(
          "record_id",
          "person",
          "given_name",
          "surname",
          "date_of_birth",
          "street",
          "house_number",
          "city",
          "postcode",
          "phone",
          "email");

  private static final String[] ONSETS =
      "b,br,c,ch,d,f,g,gr,h,j,k,l,m,n,p,r,s,sh,st,t,th,v,w,z".split(",");
  private static final String[] RHYMES =
      "a,an,ar,e,el,en,er,i,in,is,o,on,or,u,un,ay,ee,ol,am,ert".split(",");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final double DUPLICATED = 0.33;
  private static final int GIVEN_NAMES = 3_000;
  private static final int SURNAMES = 30_000;
  private static final int CITIES = 400;

  private final Random random;
  private final List<String> givenNames;
  private final List<String> surnames;
  private final List<String> streets;
  private final List<String> cities;

  private SyntheticPersons(long seed) {
    this.random = new Random(seed);
    this.givenNames = words(GIVEN_NAMES, 2);
    this.surnames = words(SURNAMES, 3);
    this.streets = words(20_000, 3);
    this.cities = words(CITIES, 3);
  }

  /** Writes so many rows, those of a person not beside each other. */
  static void write(Path file, int rows, long seed) throws IOException {
    List<String[]> all = new SyntheticPersons(seed).rows(rows);
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(HEADER);
      for (int i = 0; i < all.size(); i++) {
        all.get(i)[0] = Integer.toString(i);
        csv.writeRecord(all.get(i));
      }
    }
  }

  private List<String[]> rows(int rows) {
    List<String[]> all = new ArrayList<>(rows);
    for (int person = 0; all.size() < rows; person++) {
      String[] original = person(person);
      all.add(original);
      boolean again = random.nextDouble() < DUPLICATED;
      while (again && all.size() < rows) {
        all.add(copy(original));
        again = random.nextDouble() < 0.3;
      }
    }
    for (int i = rows - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      String[] row = all.get(i);
      all.set(i, all.get(other));
      all.set(other, row);
    }
    return all;
  }

  private String[] person(int number) {
    String given = common(givenNames);
    String surname = common(surnames);
    int city = common(CITIES);
    return new String[] {
      "",
      Integer.toString(number),
      given,
      surname,
      birth(),
      common(streets) + " street",
      Integer.toString(1 + random.nextInt(200)),
      cities.get(city),
      String.format(Locale.ROOT, "%05d", 10_000 + city * 200 + random.nextInt(20)),
      phone(),
      given + "." + surname + random.nextInt(100) + "@" + "mail" + random.nextInt(20) + ".org"
    };
  }

  private String birth() {
    return String.format(
        Locale.ROOT,
        "%04d-%02d-%02d",
        1925 + random.nextInt(90),
        1 + random.nextInt(12),
        1 + random.nextInt(28));
  }

  private String phone() {
    return "0" + (100_000_000 + random.nextInt(900_000_000));
  }

  private String[] copy(String[] original) {
    String[] copy = original.clone();
    if (random.nextDouble() < 0.03) {
      copy[2] = original[3];
      copy[3] = original[2];
    }
    for (int c = 2; c < copy.length; c++) {
      if (random.nextDouble() < 0.12) {
        copy[c] = "";
      } else if (random.nextDouble() < 0.12) {
        copy[c] = mistyped(copy[c]);
      }
    }
    if (random.nextDouble() < 0.15) {
      String[] moved = person(0);
      System.arraycopy(moved, 5, copy, 5, 4);
    }
    if (random.nextDouble() < 0.15) {
      copy[9] = phone();
    }
    return copy;
  }

  private String mistyped(String value) {
    if (value.length() < 2) {
      return value;
    }
    int place = random.nextInt(value.length() - 1);
    char c = value.charAt(place);
    String other =
        Character.isDigit(c)
            ? Integer.toString(random.nextInt(10))
            : LETTERS.substring(random.nextInt(26)).substring(0, 1);
    return switch (random.nextInt(4)) {
      case 0 -> value.substring(0, place) + value.substring(place + 1);
      case 1 -> value.substring(0, place) + other + value.substring(place);
      case 2 ->
          value.substring(0, place) + value.charAt(place + 1) + c + value.substring(place + 2);
      default -> value.substring(0, place) + other + value.substring(place + 1);
    };
  }

  private String common(List<String> words) {
    return words.get(common(words.size()));
  }

  /** A number below the limit, small ones more often: of 30,000 the first has 1.6 percent. */
  private int common(int limit) {
    return (int) (limit * Math.pow(random.nextDouble(), 2.5));
  }

  private List<String> words(int count, int syllables) {
    java.util.Set<String> words = new java.util.LinkedHashSet<>();
    while (words.size() < count) {
      StringBuilder word = new StringBuilder();
      for (int s = 0; s < syllables; s++) {
        word.append(ONSETS[random.nextInt(ONSETS.length)]);
        word.append(RHYMES[random.nextInt(RHYMES.length)]);
      }
      words.add(word.toString());
    }
    return List.copyOf(words);
  }
}
