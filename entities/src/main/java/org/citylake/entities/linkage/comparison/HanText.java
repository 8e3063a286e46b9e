package org.citylake.entities.linkage.comparison;

import com.ibm.icu.text.Transliterator;
import java.util.Set;

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
    static final Transliterator PINYIN =
        Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");
  }

  /** The text with the simplified characters for traditional ones. */
  public static String simplified(String text) {
    return TextForm.hasHan(text) ? Tables.SIMPLIFIED.transliterate(text) : text;
  }

  /** Pinyin without tones and blanks, the same for homophones: {@code zhangwei}. */
  public static String pinyin(String text) {
    return TextForm.hasHan(text)
        ? TextForm.compact(Tables.PINYIN.transliterate(simplified(text)))
        : TextForm.compact(text);
  }

  /** The surname of a simplified Chinese name: its first two characters where the list has them. */
  public static String surname(String name) {
    if (name.length() > 2 && COMPOUND_SURNAMES.contains(name.substring(0, 2))) {
      return name.substring(0, 2);
    }
    return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1));
  }
}
