package org.citylake.dashboard.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.access.grant.Sight;
import org.citylake.access.grant.TableGrant;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Parameter.Choice;
import org.citylake.dashboard.route.Parameter.Text;
import org.citylake.dashboard.route.Parameter.Whole;
import org.citylake.dashboard.route.Parameter.Words;

/**
 * Which cases are asked for.
 *
 * @param conditions what the caller asks and what he may see, together
 * @param page from 0
 * @param size cases on a page
 */
record CaseQuery(List<Condition> conditions, int page, int size) {
  static final Parameter REF_AREA =
      Parameter.query("ref_area", new Text("[0-9]{6}"), "district, GB/T 2260");
  static final Parameter SUBDISTRICT =
      Parameter.query("subdistrict", new Text("[0-9]{9}"), "subdistrict, nine digits");
  static final Parameter KIND =
      Parameter.query(
          "case_kind", new Choice(List.of("hotline", "grid", "emergency")), "kind of case");
  static final Parameter STATUS =
      Parameter.query(
          "status", new Choice(List.of("open", "closed", "rejected", "duplicate")), "its state");
  static final Parameter CATEGORY =
      Parameter.query("category", new Words(100), "category as the agency names it");
  static final Parameter PAGE = Parameter.query("page", new Whole(0, 49), "from 0, the newest");
  static final Parameter SIZE =
      Parameter.query("size", new Whole(1, 200), "cases on a page; 20 when not given");

  private static final int USUAL_SIZE = 20;
  private static final Map<Parameter, String> COLUMNS =
      Map.of(
          REF_AREA, "ref_area",
          SUBDISTRICT, "subdistrict_code",
          KIND, "case_kind",
          STATUS, "status",
          CATEGORY, "category");

  static CaseQuery of(Call call, TableGrant grant) {
    List<Condition> conditions = new ArrayList<>(granted(grant));
    COLUMNS.forEach(
        (parameter, column) -> {
          Optional<String> value = call.find(parameter);
          if (value.isPresent()) {
            requireClear(grant, column);
            conditions.add(Condition.equal(column, value.get()));
          }
        });
    return new CaseQuery(conditions, call.number(PAGE, 0), call.number(SIZE, USUAL_SIZE));
  }

  /** What limits the rows of a grant. */
  static List<Condition> granted(TableGrant grant) {
    return grant.area().map(area -> Condition.begins(area.column(), area.code())).stream().toList();
  }

  /** Asking by a masked column would tell its value. */
  private static void requireClear(TableGrant grant, String column) {
    if (grant.sight(column).filter(sight -> sight == Sight.CLEAR).isEmpty()) {
      throw new ProblemException(
          403,
          "not-granted",
          "This is not granted to you",
          "Your groups do not see the column " + column + ", so it cannot be asked by.");
    }
  }
}
