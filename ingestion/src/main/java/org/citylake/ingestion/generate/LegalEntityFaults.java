package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.citylake.entities.identifier.UnifiedSocialCreditCode;

/** Plants faults into records of legal entities. */
final class LegalEntityFaults {
  private static final BigDecimal TEN_THOUSAND = new BigDecimal(10000);

  private final FaultPlan plan;

  LegalEntityFaults(FaultPlan plan) {
    this.plan = plan;
  }

  /** Plants what strikes this record; its business key stays. */
  void plant(SampleRecord record) {
    LegalEntity entity = (LegalEntity) record.entity();
    creditCode(record);
    industry(record, entity);
    representative(record, entity);
    if (entity.daysSinceMove() < plan.lag(record)) {
      record.plant(Fault.LAG, "registered-address", entity.earlierSeat().office());
    }
    if (plan.strikes(record, Fault.NAME_OLD)) {
      record.plant(Fault.NAME_OLD, "name", entity.oldName());
    } else if (plan.strikes(record, Fault.NAME_ABBREVIATED)) {
      record.plant(
          Fault.NAME_ABBREVIATED, "name", abbreviated(String.valueOf(record.attribute("name"))));
    }
    if ("yes".equals(record.attribute("branch"))
        && plan.strikes(record, Fault.BRANCH_AS_HEAD, LegalEntity.BRANCHES)) {
      record.plant(Fault.BRANCH_AS_HEAD, "branch", "no");
      record.plant(Fault.BRANCH_AS_HEAD, "parent-name", null);
      record.plant(Fault.BRANCH_AS_HEAD, "parent-code", null);
    }
    if (record.attribute("capital") instanceof BigDecimal capital
        && plan.strikes(record, Fault.CAPITAL_IN_CNY)) {
      record.plant(Fault.CAPITAL_IN_CNY, "capital", capital.multiply(TEN_THOUSAND));
    }
    if ("USD".equals(record.attribute("currency"))
        && plan.strikes(record, Fault.CURRENCY_MISSING)) {
      record.plant(Fault.CURRENCY_MISSING, "currency", null);
    }
  }

  /** Records of 2017 to 2019 have classes of the edition of 2017, or still those of before. */
  private void industry(SampleRecord record, LegalEntity entity) {
    if (plan.industryEdition2017()) {
      if (plan.industryEditionsMixed() && plan.strikes(record, Fault.INDUSTRY_EDITION)) {
        record.plant(Fault.INDUSTRY_EDITION);
      } else {
        record.change("industry-code", entity.industry().code2017());
      }
    }
  }

  private void representative(SampleRecord record, LegalEntity entity) {
    if (plan.strikes(record, Fault.REPRESENTATIVE_OLD)) {
      Person earlier = entity.earlierRepresentative();
      for (String attribute : List.of("name", "identity-number", "sex", "mobile")) {
        record.plant(
            Fault.REPRESENTATIVE_OLD, "representative-" + attribute, earlier.attribute(attribute));
      }
    }
  }

  private void creditCode(SampleRecord record) {
    if (!(record.attribute("credit-code") instanceof String code)) {
      return;
    }
    if (!plan.creditCodes() && plan.rates().of(Fault.CREDIT_CODE_BEFORE_2016) > 0) {
      record.plant(Fault.CREDIT_CODE_BEFORE_2016, "credit-code", null);
    } else if (record.attribute("representative-identity-number") instanceof String owner
        && plan.strikes(record, Fault.INDIVIDUAL_UNDER_OWNER)) {
      record.plant(Fault.INDIVIDUAL_UNDER_OWNER, "credit-code", owner);
    } else if (plan.strikes(record, Fault.CREDIT_CODE_MISSING)) {
      record.plant(Fault.CREDIT_CODE_MISSING, "credit-code", null);
    } else if (plan.strikes(record, Fault.CREDIT_CODE_WRONG)) {
      mistaken(code, record.draw())
          .ifPresent(c -> record.plant(Fault.CREDIT_CODE_WRONG, "credit-code", c));
    }
  }

  /** A nought or one of the division typed as the letter that looks like it. */
  private static Optional<String> mistaken(String code, Draw draw) {
    int at = draw.chance("nought", 0.5) ? code.indexOf('0', 2) : code.indexOf('1', 2);
    if (at < 0 || at > 7) {
      at = 3;
    }
    String wrong =
        code.substring(0, at) + (code.charAt(at) == '0' ? 'O' : 'I') + code.substring(at + 1);
    return UnifiedSocialCreditCode.read(wrong).right().isPresent()
        ? Optional.empty()
        : Optional.of(wrong);
  }

  private static String abbreviated(String name) {
    return name.contains("（")
        ? name.replace('（', '(').replace('）', ')')
        : name.replaceFirst("^上海市?", "");
  }
}
