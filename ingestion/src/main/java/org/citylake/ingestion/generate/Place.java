package org.citylake.ingestion.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room at an address: {@code 样例兰松路12弄3号401室}. Roads are named so that no real one is meant.
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

  /** Cells of the management grid in a committee. */
  static final int CELLS = 3;

  /** The first house of a lane that is drawn within a street. */
  static Place draw(Street street, Draw draw) {
    boolean village = street.rural() && draw.chance("village", 0.35);
    int committee =
        village
            ? 200 + draw.below("committee", VILLAGES)
            : 1 + draw.below("committee", URBAN_COMMITTEES);
    // A committee has four roads; which ones is its own, not the place's.
    Draw ground = street.ground().at("committee", committee);
    int road = draw.below("road", 4);
    String name =
        ground.pick("road", SYLLABLES)
            + SYLLABLES.get((ground.below("road-second", SYLLABLES.size()) + road * 5) % 16);
    return new Place(
        street,
        committee,
        "样例" + name + "路",
        draw.between("lane", 1, 1600),
        draw.between("house", 1, 200),
        101);
  }

  /** The same lane, another house: so many behind this one. */
  Place withHouse(int behind) {
    return new Place(street, committee, road, lane, house + behind, room);
  }

  /** The same house, another room. */
  Place withRoom(int other) {
    return new Place(street, committee, road, lane, house, other);
  }

  String committeeCode() {
    return street.code() + Person.padded(committee, 3);
  }

  /** The cell of the management grid. */
  String gridCode() {
    return committeeCode() + "0" + (1 + lane % CELLS);
  }

  /** As police and registers write it. */
  String address() {
    return "上海市" + street.districtName() + local();
  }

  /** Without city and district. */
  String local() {
    return road + lane + "弄" + house + "号" + room + "室";
  }

  /** Of all houses of the lane. */
  String laneAddress() {
    return "上海市" + street.districtName() + road + lane + "弄";
  }

  /** Of the house in the lane. */
  String houseAddress() {
    return laneAddress() + house + "号";
  }

  /** Of a house of offices: the house number at the road. */
  String officeHouse() {
    return "上海市" + street.districtName() + road + (lane + house) + "号";
  }

  /** Of a firm. */
  String office() {
    return officeHouse() + room + "室";
  }

  /** Where the house stands. */
  Position position() {
    Draw ground = street.ground().at("committee", committee);
    return street
        .position()
        .near(ground, 0.15 * street.district().reach())
        .near(ground.at(road, lane * 1000L + house), 0.002);
  }

  /** The attributes that every entity has of its place; null for another name. */
  private @Nullable Object find(String name) {
    return switch (name) {
      case "district-name" -> street.districtName();
      case "district-code" -> street.districtCode();
      case "district-letters" -> street.district().letters();
      case "street-name" -> street.name();
      case "street-code" -> street.code();
      case "committee-code" -> committeeCode();
      case "grid-code" -> gridCode();
      case "longitude" -> position().east();
      case "latitude" -> position().north();
      case "footprint" -> position().footprint();
      case "line" -> position().line();
      default -> null;
    };
  }

  /**
   * An attribute that every entity has of its place.
   *
   * @param owner what asks, such as {@code A person}
   * @throws IllegalArgumentException for another name
   */
  Object attribute(String name, String owner) {
    Object found = find(name);
    if (found == null) {
      throw new IllegalArgumentException(owner + " has no attribute '" + name + "'");
    }
    return found;
  }
}
