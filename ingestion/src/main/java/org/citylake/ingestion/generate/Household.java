package org.citylake.ingestion.generate;

import java.util.ArrayList;
import java.util.List;
import org.citylake.ingestion.generate.Kin.Role;

/**
 * Persons who live together in one dwelling.
 *
 * @param number its number; not every number is a household
 * @param building where they live
 * @param home their room
 * @param presence how they are present
 * @param owners whether the dwelling is theirs
 * @param members the head first
 * @param draw its draws
 */
record Household(
    long number,
    Building building,
    Place home,
    Presence presence,
    boolean owners,
    List<Kin> members,
    Draw draw) {
  /** Persons of one staircase; a household never reaches beyond it. */
  static final int STAIRCASE = 12;

  private static final double[] SIZES = {0.26, 0.56, 0.82, 0.93, 1};

  /** How persons are present in the city. */
  enum Presence {
    REGISTERED,
    REGISTERED_ELSEWHERE,
    MIGRANT,
    FOREIGN
  }

  /** Whether they are registered in the city. */
  boolean settled() {
    return presence.compareTo(Presence.MIGRANT) < 0;
  }

  boolean foreign() {
    return presence == Presence.FOREIGN;
  }

  Household {
    members = List.copyOf(members);
  }

  /**
   * The households of a staircase, two on a floor.
   *
   * @param side which staircase of the building it is, from 0
   * @param stair its draws
   * @param staircase its number
   */
  static List<Household> staircase(Building building, int side, Draw stair, long staircase) {
    List<Household> households = new ArrayList<>();
    int taken = 0;
    for (int i = 0; taken < STAIRCASE; i++) {
      Draw draw = stair.at("household", i);
      int size = Math.min(STAIRCASE - taken, size(draw.unit("size")));
      long first = staircase * STAIRCASE + taken;
      Place home = building.place().withRoom(100 * (1 + i / 2) + 1 + i % 2 + 2 * side);
      households.add(household(first, size, building, home, draw));
      taken += size;
    }
    return households;
  }

  private static int size(double unit) {
    int size = 1;
    while (unit >= SIZES[size - 1]) {
      size++;
    }
    return size;
  }

  private static Household household(
      long first, int size, Building building, Place home, Draw draw) {
    double kind = draw.unit("presence");
    Presence presence =
        kind < 0.42
            ? Presence.REGISTERED
            : kind < 0.61
                ? Presence.REGISTERED_ELSEWHERE
                : kind < 0.993 ? Presence.MIGRANT : Presence.FOREIGN;
    boolean settled = presence.compareTo(Presence.MIGRANT) < 0;
    int age = settled ? 27 + (int) (60 * draw.unit("age")) : 20 + (int) (38 * draw.unit("age"));
    boolean male = draw.chance("head-male", 0.62);
    List<Kin> members = new ArrayList<>();
    members.add(new Kin(first, Role.HEAD, male, age));
    for (int i = 1; i < size; i++) {
      members.add(member(first + i, i, size, age, male, draw.at("member", i)));
    }
    return new Household(
        first,
        building,
        home,
        presence,
        draw.chance("owners", settled ? 0.82 : 0.34),
        members,
        draw);
  }

  private static Kin member(long number, int i, int size, int age, boolean male, Draw draw) {
    boolean couple = size > 2 || draw.chance("couple", 0.8);
    if (i == 1 && couple) {
      return new Kin(number, Role.SPOUSE, !male, Math.max(20, age + draw.between("gap", -4, 3)));
    }
    if (i >= 3 && age < 62 && age >= 24) {
      return new Kin(number, Role.PARENT, i % 2 == 0, age + draw.between("generation", 23, 32));
    }
    int child = age - draw.between("birth", 23, 33);
    return new Kin(
        number,
        Role.SON_OR_DAUGHTER,
        draw.chance("male", 0.52),
        child >= 0 ? child : draw.below("infant", Math.max(1, Math.min(4, age - 18))));
  }
}
