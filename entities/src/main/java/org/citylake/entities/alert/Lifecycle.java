package org.citylake.entities.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.core.declaration.AlertDeclaration.Escalation;
import org.citylake.core.declaration.AlertDeclaration.Grade;
import org.citylake.entities.alert.AlertEmission.Kind;
import org.citylake.entities.alert.AlertInput.Acknowledgement;
import org.citylake.entities.alert.AlertState.Episode;
import org.jspecify.annotations.Nullable;

/**
 * An alert's life: it is raised once, changes its level, is acknowledged or escalated, ends, and
 * may come back.
 *
 * @param rule the rule
 */
record Lifecycle(AlertDeclaration rule) {

  /** Brings the alert to a level, 0 for its end. */
  AlertState level(
      AlertState state,
      Instant time,
      int level,
      @Nullable BigDecimal measure,
      List<AlertEmission> emissions) {
    int before = state.level();
    if (level == before) {
      return state;
    }
    Episode last = state.episode();
    Episode next;
    Kind kind;
    if (last == null || before == 0) {
      boolean back = last != null && mayReopen(last, time);
      kind = back ? Kind.REOPENED : Kind.RAISED;
      next = new Episode(last != null && back ? last.opened() : time, level, time, 0, null, null);
    } else if (level > before) {
      kind = Kind.WORSENED;
      next = new Episode(last.opened(), level, time, 0, null, null);
    } else if (level > 0) {
      kind = Kind.EASED;
      next =
          new Episode(
              last.opened(), level, last.told(), last.escalations(), last.acknowledgedBy(), null);
    } else {
      kind = Kind.RECOVERED;
      next =
          new Episode(
              last.opened(), before, last.told(), last.escalations(), last.acknowledgedBy(), time);
    }
    emissions.add(emission(next, kind, time, measure, ""));
    return state.with(next);
  }

  private boolean mayReopen(Episode last, Instant time) {
    return last.ended() != null
        && !time.isAfter(last.ended().plus(rule.reopen()))
        && !rule.reopen().isZero();
  }

  /** Who acts; nothing changes when no alert is open or somebody acts already. */
  AlertState acknowledge(
      AlertState state, Acknowledgement acknowledgement, List<AlertEmission> emissions) {
    Episode episode = state.episode();
    if (episode == null || state.level() == 0 || episode.acknowledgedBy() != null) {
      return state;
    }
    Episode next =
        new Episode(
            episode.opened(),
            episode.level(),
            episode.told(),
            episode.escalations(),
            acknowledgement.by(),
            null);
    emissions.add(
        emission(next, Kind.ACKNOWLEDGED, acknowledgement.at(), null, acknowledgement.by()));
    return state.with(next);
  }

  /** When the next one is told, unless somebody acknowledges before. */
  Optional<Instant> nextEscalation(AlertState state) {
    Episode episode = state.episode();
    return episode == null
            || state.level() == 0
            || episode.acknowledgedBy() != null
            || episode.escalations() == rule.escalations().size()
        ? Optional.empty()
        : Optional.of(episode.told().plus(rule.escalations().get(episode.escalations()).after()));
  }

  /** Tells the next one. */
  AlertState escalate(AlertState state, Instant time, List<AlertEmission> emissions) {
    Episode episode = state.episode();
    if (episode == null) {
      return state;
    }
    Escalation escalation = rule.escalations().get(episode.escalations());
    Episode next =
        new Episode(
            episode.opened(),
            episode.level(),
            episode.told(),
            episode.escalations() + 1,
            null,
            null);
    emissions.add(emission(next, Kind.ESCALATED, time, null, escalation.to()));
    return state.with(next);
  }

  private AlertEmission emission(
      Episode episode, Kind kind, Instant time, @Nullable BigDecimal measure, String who) {
    Grade grade = rule.levels().get(episode.level() - 1).grade();
    return new AlertEmission(episode.opened(), kind, time, grade, measure, who);
  }
}
