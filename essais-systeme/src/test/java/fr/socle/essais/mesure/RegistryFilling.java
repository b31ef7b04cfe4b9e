package fr.socle.essais.mesure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Documents put straight into the files of a stopped bench, each like the one it received, for
 * other patients. Bytes that are the same are kept once: only metadata grow.
 */
final class RegistryFilling implements AutoCloseable {
  private static final int BATCH = 2_000;
  private static final String LIKE = "1.3.6.1.4.1.32473.90.1";

  private final Connection connection;
  private final String space;

  RegistryFilling(Path data, String space) throws SQLException {
    this.connection =
        DriverManager.getConnection(
            "jdbc:h2:file:"
                + data.toAbsolutePath().resolve("store/socle")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    this.space = space;
    try (Statement statement = connection.createStatement()) {
      // Room that is freed is used again at once: the file would be ten times larger.
      statement.execute("set retention_time 0");
    }
  }

  /**
   * Identifier of the document that the others are like; its submission set has {@code .0} more.
   */
  static String model() {
    return LIKE;
  }

  /**
   * Adds documents number {@code from} to {@code to}.
   *
   * @param model INS of the patient of the document received
   * @param patients INS of each patient by number of document, in turn
   */
  void add(String model, List<String> patients, int from, int to) throws SQLException {
    // Each row has the space too: without it nothing is found by an index.
    String here = " where space_id = '" + space + "' and ";
    String received = here + "unique_id = '" + LIKE + "'";
    String receivedSet = here + "unique_id = '" + LIKE + ".0'";
    String[] fiche = row("select uuid, metadonnees from dmp.fiche" + received);
    String[] lot = row("select uuid, metadonnees from dmp.lot" + receivedSet);
    String[] link =
        row("select uuid, metadonnees from dmp.association" + here + "cible = '" + fiche[0] + "'");
    connection.setAutoCommit(false);
    try (PreparedStatement document =
            insert(
                "dmp.document (space_id, unique_id, ins, empreinte) select space_id, ?, ?,"
                    + " empreinte from dmp.document"
                    + received);
        PreparedStatement entry =
            insert(
                "dmp.fiche (space_id, uuid, lid, version, courante, ins, unique_id, statut,"
                    + " empreinte, depose_le, metadonnees) select space_id, ?, ?, version,"
                    + " courante, ?, ?, statut, empreinte, depose_le, ? from dmp.fiche"
                    + received);
        PreparedStatement set =
            insert(
                "dmp.lot (space_id, uuid, ins, unique_id, depose_le, metadonnees) select"
                    + " space_id, ?, ?, ?, depose_le, ? from dmp.lot"
                    + receivedSet);
        PreparedStatement member =
            insert(
                "dmp.association (space_id, uuid, source, cible, metadonnees) values ('"
                    + space
                    + "', ?, ?, ?, ?)")) {
      for (int number = from; number < to; number++) {
        String ins = patients.get(number % patients.size());
        String uniqueId = LIKE + "." + (number + 1);
        String entryUuid = uuid(3L * number);
        String setUuid = uuid(3L * number + 1);
        set(document, uniqueId, ins);
        set(
            entry,
            entryUuid,
            entryUuid,
            ins,
            uniqueId,
            like(fiche, entryUuid, model, ins).replace("\"" + LIKE + "\"", "\"" + uniqueId + "\""));
        set(
            set,
            setUuid,
            ins,
            uniqueId + ".0",
            like(lot, setUuid, model, ins).replace("\"" + LIKE + ".0\"", "\"" + uniqueId + ".0\""));
        set(member, uuid(3L * number + 2), setUuid, entryUuid, link[1]);
        if (number % BATCH == BATCH - 1 || number == to - 1) {
          for (PreparedStatement each : List.of(document, entry, set, member)) {
            each.executeBatch();
          }
          connection.commit();
        }
      }
    }
    connection.setAutoCommit(true);
  }

  /** Gives the authorisation of the model's patient for other patients too. */
  void authorize(String model, List<String> patients) throws SQLException {
    try (PreparedStatement all =
        insert(
            "dmp.autorisation (space_id, porteur, ins, structure, nom, prenom, specialite_code,"
                + " specialite_libelle, etat, mt, debut, derniere_action) select space_id,"
                + " porteur, ?, structure, nom, prenom, specialite_code, specialite_libelle,"
                + " etat, mt, debut, derniere_action from dmp.autorisation where ins = '"
                + model
                + "'")) {
      for (String ins : patients) {
        set(all, ins);
      }
      all.executeBatch();
    }
  }

  /** Lets H2 count what it holds, as it does by itself after many changes. */
  void analyze() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  /**
   * How H2 goes about the query of a search.
   *
   * @throws SQLException also when it reads the whole table
   */
  String plan(String ins) throws SQLException {
    try (PreparedStatement explain =
        connection.prepareStatement(
            "explain analyze select * from dmp.fiche where space_id = ? and ins = ? and statut = ?"
                + " and courante = true order by depose_le, uuid")) {
      explain.setString(1, space);
      explain.setString(2, ins);
      explain.setString(3, "APPROVED");
      try (ResultSet rows = explain.executeQuery()) {
        rows.next();
        String plan = rows.getString(1).replaceAll("\\s+", " ");
        if (plan.contains("tableScan")) {
          throw new SQLException(plan);
        }
        return plan.substring(plan.toUpperCase(Locale.ROOT).indexOf(" FROM "));
      }
    }
  }

  private static String like(String[] row, String uuid, String model, String ins) {
    return row[1].replace(row[0], uuid).replace(model, ins);
  }

  private PreparedStatement insert(String into) throws SQLException {
    return connection.prepareStatement("insert into " + into);
  }

  private static void set(PreparedStatement statement, String... values) throws SQLException {
    boolean metadata = values.length > 3;
    for (int i = 0; i < values.length; i++) {
      if (metadata && i == values.length - 1) {
        statement.setBytes(i + 1, values[i].getBytes(UTF_8));
      } else {
        statement.setString(i + 1, values[i]);
      }
    }
    statement.addBatch();
  }

  private String[] row(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw new SQLException("nothing found: " + query);
      }
      return new String[] {rows.getString(1), new String(rows.getBytes(2), UTF_8)};
    }
  }

  /** One that is greater than those of lesser numbers: pages of indexes are written once. */
  private static String uuid(long number) {
    UUID random = UUID.randomUUID();
    return "urn:uuid:" + new UUID(number << 16 | 0x4000, random.getLeastSignificantBits());
  }

  /** Writes the file anew without the room that filling it left, then lets the bench have it. */
  @Override
  public void close() throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("set retention_time 45000"); // H2's own
      statement.execute("shutdown compact");
    }
  }
}
