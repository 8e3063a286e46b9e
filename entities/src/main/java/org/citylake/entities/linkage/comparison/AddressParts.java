package org.citylake.entities.linkage.comparison;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a Chinese address, each null when it is not said: road, lane (弄), number (号),
 * building (幢, 栋, 座), room (室). Three numbers with hyphens at its end are lane, number and room.
 */
public record AddressParts(
    @Nullable String road,
    @Nullable String lane,
    @Nullable String number,
    @Nullable String building,
    @Nullable String room) {
  private static final Pattern ROAD =
      Pattern.compile("([\\p{IsHan}]{1,6}?(?:东|西|南|北|中)?(?:路|街|大道|巷|公路|村))(?=[\\p{IsHan}]*\\d|$)");
  private static final Pattern DIVISION = Pattern.compile("^.*?[省市区县镇乡](?=.{2,})");
  private static final Pattern LANE = Pattern.compile("(\\d+)弄");
  private static final Pattern BUILDING = Pattern.compile("(\\d+|[a-z])(?:幢|栋|座|号楼)");
  private static final Pattern NUMBER = Pattern.compile("(\\d+)(?:支)?号(?!楼)");
  private static final Pattern ROOM = Pattern.compile("(\\d+[a-z]?)(?:室|房)|[-号幢栋座弄楼](\\d+)$");

  private static final Pattern HYPHENS = Pattern.compile("(\\d+)-(\\d+)-(\\d+[a-z]?)$");

  /** Takes an address apart. */
  public static AddressParts parse(String address) {
    String text =
        HYPHENS.matcher(HanText.simplified(address).replace(" ", "")).replaceFirst("$1弄$2号$3室");
    return new AddressParts(
        road(text),
        first(LANE, text),
        first(NUMBER, text),
        first(BUILDING, text),
        first(ROOM, text));
  }

  /**
   * What tells a house from all others of a city whose roads have names of their own: road, lane,
   * number and building. Empty without road or number.
   */
  public Optional<String> house() {
    return road == null || number == null
        ? Optional.empty()
        : Optional.of(String.join("/", road, said(lane), number, said(building)));
  }

  /** What tells a dwelling: its house and room. Empty without one of them. */
  public Optional<String> dwelling() {
    return room == null ? Optional.empty() : house().map(house -> house + "/" + room);
  }

  private static String said(@Nullable String part) {
    return part == null ? "" : part;
  }

  private static @Nullable String road(String text) {
    String local = text;
    for (String cut = null; !local.equals(cut); local = DIVISION.matcher(local).replaceFirst("")) {
      cut = local;
      if (!DIVISION.matcher(local).find()) {
        break;
      }
    }
    return first(ROAD, local);
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return null;
    }
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return found.group(i);
      }
    }
    return null;
  }

  /** How many parts both say alike; -1 as soon as one is said otherwise. */
  public int agreement(AddressParts other) {
    String[][] parts = {
      {road, other.road},
      {lane, other.lane},
      {number, other.number},
      {building, other.building},
      {room, other.room}
    };
    int alike = 0;
    for (String[] part : parts) {
      if (part[0] != null && part[1] != null) {
        if (!part[0].equals(part[1])) {
          return -1;
        }
        alike++;
      }
    }
    return alike;
  }
}
