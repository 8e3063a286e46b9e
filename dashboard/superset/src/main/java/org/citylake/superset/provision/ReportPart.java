package org.citylake.superset.provision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.client.MailSchedule;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.ScheduleClient;
import org.citylake.superset.client.SupersetAbility;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.declared.DeclaredReport;

/** Reports of dashboards. */
final class ReportPart extends NamedPart<DeclaredReport> {
  private final SupersetClient client;
  private final ScheduleClient schedules;
  private final MadeHere made;

  ReportPart(SupersetClient client, AssetUuid uuids, List<DeclaredReport> declared) {
    super("report", uuids, declared, DeclaredReport::name);
    this.client = client;
    this.schedules = client.schedules();
    this.made = new MadeHere(client, uuids);
  }

  @Override
  public Optional<String> missing() {
    return client.can(SupersetAbility.SCHEDULES)
        ? Optional.empty()
        : Optional.of(SupersetAbility.SCHEDULES.missing());
  }

  @Override
  Map<Integer, String> names() {
    return schedules.list();
  }

  @Override
  void delete(int id) {
    schedules.delete(id);
  }

  @Override
  Look<DeclaredReport> look() {
    Map<UUID, Integer> dashboards = made.numbering(ResourceKind.DASHBOARD).numbers();
    return new Look<>() {
      @Override
      public List<FieldDifference> differences(int id, DeclaredReport report) {
        MailSchedule there = schedules.load(id);
        MailSchedule wanted = wanted(report);
        return new SetDifference()
            .field("description", there.description(), wanted.description())
            .field("crontab", there.cron(), wanted.cron())
            .field("timezone", there.zone(), wanted.zone())
            .field("active", String.valueOf(there.active()), String.valueOf(wanted.active()))
            .field("dashboard", there.dashboard().toString(), wanted.dashboard().toString())
            .names("recipients", Set.copyOf(there.recipients()), Set.copyOf(wanted.recipients()))
            .found();
      }

      @Override
      public void create(DeclaredReport report) {
        schedules.create(wanted(report));
      }

      @Override
      public void update(int id, DeclaredReport report) {
        schedules.update(id, wanted(report));
      }

      private MailSchedule wanted(DeclaredReport report) {
        Integer dashboard = dashboards.get(report.dashboard());
        return new MailSchedule(
            report.name(),
            report.description(),
            report.cron(),
            report.zone(),
            true,
            dashboard == null ? OptionalInt.empty() : OptionalInt.of(dashboard),
            report.recipients(),
            Optional.empty());
      }
    };
  }
}
