package org.citylake.ingestion.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What health records and the register of disabled persons tell of a person.
 *
 * @param kin the person
 * @param draw the person's draws
 */
record Health(Kin kin, Draw draw) {
  private static final List<String> KINDS = List.of("1", "2", "3", "4", "4", "4", "5", "6", "7");
  private static final List<String> BLOOD = List.of("A", "A", "B", "B", "O", "O", "O", "AB", "不详");

  boolean hypertension() {
    return kin.age() > 35 && draw.chance("pressure", kin.age() / 220.0);
  }

  boolean diabetes() {
    return kin.age() > 40 && draw.chance("sugar", kin.age() / 600.0);
  }

  String bloodType() {
    return draw.pick("blood", BLOOD);
  }

  boolean disabled() {
    return draw.chance("disabled", kin.age() > 50 ? 0.045 : 0.016);
  }

  /** Null for those who are not disabled. */
  @Nullable String disabilityKind() {
    return disabled() ? draw.pick("kind", KINDS) : null;
  }

  /** 1 to 4; null for those who are not disabled. */
  @Nullable String disabilityGrade() {
    return disabled() ? Integer.toString(draw.between("grade", 1, 4)) : null;
  }

  /** The identity number with kind and grade; null for those who have none. */
  @Nullable String certificate(@Nullable String identityNumber) {
    return identityNumber == null || !disabled()
        ? null
        : identityNumber + disabilityKind() + disabilityGrade();
  }
}
