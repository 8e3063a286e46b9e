package org.citylake.core.declaration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From where a source's deliveries are fetched, from {@code connector.yaml}. */
public sealed interface ConnectorDeclaration {

  /** What it is, without secrets, for people. */
  String shown();

  /**
   * A table or view of a relational database.
   *
   * @param url JDBC address, without user and password
   * @param user who logs in
   * @param password the user's password; empty where the server asks for none
   * @param table {@code schema.table}, as the database writes it
   * @param watermark column that only grows; empty to fetch the whole table each time
   * @param exchange how rows are handed over; empty for a plain table
   * @param silenceSeconds the pull fails when the server says nothing for so long
   * @param driverProperties handed to the driver as they are
   */
  record Jdbc(
      String url,
      Optional<String> user,
      Optional<SecretReference> password,
      String table,
      Optional<String> watermark,
      Optional<Exchange> exchange,
      int silenceSeconds,
      Map<String, String> driverProperties)
      implements ConnectorDeclaration {
    public Jdbc {
      driverProperties = Map.copyOf(driverProperties);
    }

    @Override
    public String shown() {
      return url + " " + table;
    }
  }

  /**
   * How an agency's exchange schema (前置库) hands rows over and takes the receipt.
   *
   * @param flag column that says where a row stands
   * @param pending its value in rows that wait
   * @param done its value in rows that were taken
   * @param batch column with the batch's number, by which rows are fetched in order
   * @param receipt {@code schema.table} that gets a row per batch: batch number, rows, accepted,
   *     quarantined, duplicate, time; empty where the agency wants none
   */
  record Exchange(
      String flag, String pending, String done, String batch, Optional<String> receipt) {}

  /**
   * A folder of this machine or of a mounted file system.
   *
   * @param path absolute
   * @param files name pattern with {@code *} and {@code ?}
   * @param snapshotDate regular expression over a file's name whose first group is its day as
   *     yyyyMMdd or yyyy-MM-dd; empty for the day of the pull
   * @param control control files beside them; empty where there are none
   */
  record Folder(String path, String files, Optional<String> snapshotDate, Optional<Control> control)
      implements ConnectorDeclaration {
    @Override
    public String shown() {
      return path + "/" + files;
    }
  }

  /**
   * A control file: a delivery is complete when it is there.
   *
   * @param suffix put behind the delivery's name, such as {@code .ok}
   * @param content regular expression over its text with the groups {@code rows}, {@code md5},
   *     {@code sha256}, any of them; empty when nothing is read from it
   */
  record Control(String suffix, Optional<String> content) {}

  /**
   * An address that answers in JSON.
   *
   * @param url of the first page
   * @param records JSON pointer to the list of records in an answer; empty when it is the answer
   * @param token bearer token
   * @param page parameter with the page's number, from 1; empty without pages
   * @param size parameter with the number of records of a page
   * @param pageSize how many are asked for
   * @param next JSON pointer to the address of the next page; empty without
   */
  record Http(
      URI url,
      String records,
      Optional<SecretReference> token,
      Optional<String> page,
      Optional<String> size,
      int pageSize,
      Optional<String> next)
      implements ConnectorDeclaration {
    @Override
    public String shown() {
      return url.toString();
    }
  }

  /**
   * Topics of a Kafka cluster whose messages are JSON objects; offsets are kept in the lakehouse.
   *
   * @param servers host:port, one or more
   * @param topics names
   * @param user who logs in by SASL/SCRAM over TLS; empty for a plain connection
   * @param password the user's password
   * @param silenceSeconds the pull fails when the cluster says nothing for so long
   */
  record Kafka(
      List<String> servers,
      List<String> topics,
      Optional<String> user,
      Optional<SecretReference> password,
      int silenceSeconds)
      implements ConnectorDeclaration {
    public Kafka {
      servers = List.copyOf(servers);
      topics = List.copyOf(topics);
    }

    @Override
    public String shown() {
      return "kafka://" + String.join(",", servers) + "/" + String.join(",", topics);
    }
  }

  /**
   * Topics of an MQTT broker whose messages are JSON objects. The session outlives the connection,
   * so the broker keeps what comes between two pulls.
   *
   * @param url {@code tcp://host:port} or {@code ssl://host:port}
   * @param topics filters with {@code +} and {@code #}
   * @param user who logs in
   * @param password the user's password
   * @param quietSeconds the pull ends when no message came for so long
   */
  record Mqtt(
      String url,
      List<String> topics,
      Optional<String> user,
      Optional<SecretReference> password,
      int quietSeconds)
      implements ConnectorDeclaration {
    public Mqtt {
      topics = List.copyOf(topics);
    }

    @Override
    public String shown() {
      return url + " " + String.join(",", topics);
    }
  }
}
