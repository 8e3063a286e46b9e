package org.citylake.entities.linkage.comparison;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chinese texts by sound and by simplified form, after the tables of ICU (Unicode CLDR). Of a
 * character with several readings the commonest one counts.
 */
public final class HanText {
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "长孙", "宇文", "端木", "夏侯",
          "轩辕", "南宫", "独孤", "百里", "东郭", "西门", "呼延", "申屠", "太史", "闻人", "澹台", "公冶", "宗政", "濮阳", "淳于");

  private HanText() {}

  /** Holds what is costly to make, until it is first used. */
  private static final class Tables {
    static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    /** Without one of these no rule changes a text: most have none, and to look costs little. */
    static final UnicodeSet TRADITIONAL = changed(SIMPLIFIED.toRules(false)).freeze();

    static final Transliterator PINYIN =
        Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");

    /** Sounds of characters that were met: the rules read each for itself, but slowly. */
    static final Map<Integer, String> SOUNDS = new ConcurrentHashMap<>();

    /** Of every rule, {@code 石沈大海 > 石沉大海}, what it changes. */
    private static UnicodeSet changed(String rules) {
      UnicodeSet changed = new UnicodeSet();
      for (String rule : rules.split(";")) {
        String[] sides = rule.strip().split(" > ");
        if (sides.length == 2 && !sides[0].equals(sides[1])) {
          int same = 0;
          while (sides[1].startsWith(sides[0].substring(0, same))) {
            same = sides[0].offsetByCodePoints(same, 1);
          }
          changed.add(sides[0].codePointBefore(same));
        }
      }
      return changed;
    }
  }

  /** The text with the simplified characters for traditional ones. */
  public static String simplified(String text) {
    return TextForm.hasHan(text) && Tables.TRADITIONAL.containsSome(text)
        ? Tables.SIMPLIFIED.transliterate(text)
        : text;
  }

  /** Pinyin without tones and blanks, the same for homophones: {@code zhangwei}. */
  public static String pinyin(String text) {
    if (!TextForm.hasHan(text)) {
      return TextForm.compact(text);
    }
    StringBuilder sounds = new StringBuilder();
    simplified(text)
        .codePoints()
        .forEach(c -> sounds.append(Tables.SOUNDS.computeIfAbsent(c, HanText::sound)));
    return TextForm.compact(sounds.toString());
  }

  private static String sound(int character) {
    return Tables.PINYIN.transliterate(Character.toString(character));
  }

  /** The surname of a simplified Chinese name: its first two characters where the list has them. */
  public static String surname(String name) {
    if (name.length() > 2 && COMPOUND_SURNAMES.contains(name.substring(0, 2))) {
      return name.substring(0, 2);
    }
    return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1));
  }
}
