package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citylake.core.codelist.Codelist;
import org.citylake.entities.credit.CreditMeasures.Basis;
import org.citylake.entities.standard.StandardRow;

/**
 * One measure of joint reward or punishment (联合奖惩) that a rule provides for the subjects of a list.
 *
 * @param code its key in the code list
 * @param effect {@code punishment} or {@code reward}
 * @param textZh what is done, in Chinese
 * @param textEn the same in English
 * @param agency who applies it, in Chinese
 * @param rule law, regulation or agreement that provides for it, in Chinese
 * @param basis id, list and days of that rule
 */
public record DeclaredMeasure(
    String code,
    String effect,
    String textZh,
    String textEn,
    String agency,
    String rule,
    Basis basis) {
  /** Id of the code list. */
  public static final String CODELIST = "credit_measure";

  /**
   * Every measure of the code list, in its order.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when a cell that is needed is empty
   */
  public static List<DeclaredMeasure> all(Codelist codelist) {
    return StandardRow.read(
        codelist,
        row ->
            new DeclaredMeasure(
                row.text("code"),
                row.text("effect"),
                row.text("text_zh"),
                row.text("text_en"),
                row.text("agency"),
                row.text("basis"),
                new Basis(
                    row.text("basis_id"),
                    row.text("list_name"),
                    row.validity().from(),
                    Optional.<LocalDate>ofNullable(row.validity().to()))));
  }
}
