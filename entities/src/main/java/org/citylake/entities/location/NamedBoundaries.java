package org.citylake.entities.location;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;

/**
 * The boundaries of a file, each with the key of its region.
 *
 * @param keyName what the key is: the name of a property, {@code feature id} or {@code feature
 *     number}
 * @param boundaries in the file's order; several may have one key
 */
public record NamedBoundaries(String keyName, List<Boundary> boundaries) {
  private static final String FEATURE_ID = "feature id";
  private static final String FEATURE_NUMBER = "feature number";
  private static final String VALID_FROM = "valid_from";
  private static final String VALID_TO = "valid_to";

  public NamedBoundaries {
    boundaries = List.copyOf(boundaries);
  }

  /**
   * The boundaries that were valid on a day, by their properties {@code valid_from} (first day) and
   * {@code valid_to} (first day no longer); without a day those that have not ended.
   *
   * @param key the property that names the regions; empty takes the first that every feature has
   *     and no two share, else the feature's id, else its number
   * @throws CityLakeException of kind USER when no feature has the property or none was valid; of
   *     kind DATA when some features lack it, or a date is none
   */
  public static NamedBoundaries of(
      BoundaryFile file, Optional<String> key, Optional<LocalDate> day) {
    Problems problems = new Problems();
    List<BoundaryFeature> valid = new ArrayList<>();
    List<Boundary> boundaries = new ArrayList<>();
    for (BoundaryFeature feature : file.features()) {
      Optional<LocalDate> from = date(file, feature, VALID_FROM, problems);
      Optional<LocalDate> to = date(file, feature, VALID_TO, problems);
      if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
        String value = from.get() + " to " + to.get();
        problem(file, feature, "validity", value, " ends before it begins", problems);
      } else {
        Boundary boundary = new Boundary("", feature.polygons(), from, to);
        if (day.map(boundary::validOn).orElse(to.isEmpty())) {
          valid.add(feature);
          boundaries.add(boundary);
        }
      }
    }
    problems.throwIfAny("Cannot use the boundaries " + file.file());
    if (valid.isEmpty()) {
      throw new CityLakeException(
          Kind.USER,
          "Cannot use the boundaries "
              + file.file()
              + ": none of them is valid "
              + day.map(d -> "on " + d).orElse("today: name a day by --date"));
    }
    String name = key.orElseGet(() -> firstUnique(valid));
    if (key.isPresent()) {
      check(file, valid, name, problems);
    }
    Function<BoundaryFeature, String> keys = keys(name, key.isPresent());
    for (int i = 0; i < boundaries.size(); i++) {
      Boundary unnamed = boundaries.get(i);
      boundaries.set(
          i,
          new Boundary(
              keys.apply(valid.get(i)),
              unnamed.polygons(),
              unnamed.validFrom(),
              unnamed.validTo()));
    }
    return new NamedBoundaries(name, boundaries);
  }

  private static Function<BoundaryFeature, String> keys(String name, boolean given) {
    if (!given && name.equals(FEATURE_ID)) {
      return feature -> feature.id().orElseThrow();
    }
    if (!given && name.equals(FEATURE_NUMBER)) {
      return feature -> Integer.toString(feature.number());
    }
    return feature -> feature.properties().getOrDefault(name, "");
  }

  private static String firstUnique(List<BoundaryFeature> features) {
    for (String name : features.get(0).properties().keySet()) {
      if (isUnique(features, f -> Optional.ofNullable(f.properties().get(name)))) {
        return name;
      }
    }
    return isUnique(features, BoundaryFeature::id) ? FEATURE_ID : FEATURE_NUMBER;
  }

  private static boolean isUnique(
      List<BoundaryFeature> features, Function<BoundaryFeature, Optional<String>> value) {
    Set<String> seen = new HashSet<>();
    return features.stream()
        .map(value)
        .allMatch(text -> text.isPresent() && !text.get().isBlank() && seen.add(text.get()));
  }

  private static void check(
      BoundaryFile file, List<BoundaryFeature> features, String name, Problems problems) {
    Set<String> known = new LinkedHashSet<>();
    features.forEach(feature -> known.addAll(feature.properties().keySet()));
    if (!known.contains(name)) {
      throw new CityLakeException(
          Kind.USER,
          "Cannot name regions by '"
              + name
              + "': no feature of "
              + file.file()
              + " has that property; they have "
              + String.join(", ", known)
              + NearestName.hint(name, known));
    }
    features.stream()
        .filter(feature -> feature.properties().getOrDefault(name, "").isBlank())
        .forEach(f -> problem(file, f, "key", name, " has no such property", problems));
    problems.throwIfAny("Cannot name the regions of " + file.file());
  }

  private static Optional<LocalDate> date(
      BoundaryFile file, BoundaryFeature feature, String name, Problems problems) {
    String text = feature.properties().getOrDefault(name, "").strip();
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      problem(file, feature, name, text, " has no date like 2015-11-04 there", problems);
      return Optional.empty();
    }
  }

  private static void problem(
      BoundaryFile file,
      BoundaryFeature feature,
      String rule,
      String value,
      String message,
      Problems problems) {
    problems.add(file.file().toString(), feature.line(), rule, value, feature.shown() + message);
  }
}
