package org.citylake.ingestion.generate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A room at an address: {@code 样例兰路12弄3号401室}. Roads are named so that no real one is meant.
 *
 * @param street where it lies
 * @param committee number of the residents' or villagers' committee in the street
 * @param road name of the road
 * @param lane number of the lane
 * @param house number of the house in the lane
 * @param room number of the room
 */
record Place(Street street, int committee, String road, int lane, int house, int room) {
  private static final List<String> SYLLABLES =
      List.of("兰", "松", "梅", "竹", "云", "泉", "岭", "溪", "桥", "杨", "柳", "棠", "荷", "枫", "桂", "榆");

  private static final int URBAN_COMMITTEES = 26;
  private static final int VILLAGES = 12;

  /** A place drawn within a territory. */
  static Place draw(Territory territory, Draw draw) {
    Street street = territory.street(draw.unit("street"));
    boolean village = street.rural() && draw.chance("village", 0.35);
    int committee =
        village
            ? 200 + draw.below("committee", VILLAGES)
            : 1 + draw.below("committee", URBAN_COMMITTEES);
    // A committee has four roads; which ones is its own, not the place's.
    Draw ground = Draw.of(street.code().hashCode()).at("committee", committee);
    int road = draw.below("road", 4);
    String name = SYLLABLES.get((ground.below("road", 16) + road * 5) % 16);
    return new Place(
        street,
        committee,
        "样例" + name + "路",
        ground.between("lane", 1, 400) + 400 * draw.below("lane", 4),
        draw.between("house", 1, 240),
        100 * draw.between("floor", 1, 6) + draw.between("door", 1, 4));
  }

  /** The same house, another room. */
  Place withRoom(int other) {
    return new Place(street, committee, road, lane, house, other);
  }

  String committeeCode() {
    return String.format(Locale.ROOT, "%s%03d", street.code(), committee);
  }

  /** As police and registers write it. */
  String address() {
    return "上海市" + street.districtName() + local();
  }

  /** Without city and district. */
  String local() {
    return road + lane + "弄" + house + "号" + room + "室";
  }

  /** Of a firm: the house number at the road. */
  String office() {
    return "上海市" + street.districtName() + road + (lane + house) + "号" + room + "室";
  }

  /** The attributes that every kind of entity has of its place. */
  @Nullable String attribute(String name) {
    return switch (name) {
      case "district-name" -> street.districtName();
      case "district-code" -> street.districtCode();
      case "street-name" -> street.name();
      case "street-code" -> street.code();
      case "committee-code" -> committeeCode();
      default -> null;
    };
  }
}
