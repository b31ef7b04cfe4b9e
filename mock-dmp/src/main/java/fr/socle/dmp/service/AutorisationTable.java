package fr.socle.dmp.service;

import fr.socle.bench.store.Store;
import fr.socle.dmp.service.Autorisation.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What links the patients of one space and those they authorised or blocked, in SQL. */
final class AutorisationTable {
  private static final int LISTED = 1_000;
  // Widths of V1__dossiers.sql.
  private static final int NAME = 200;
  private static final int CODE = 40;
  private static final int LABEL = 300;

  private final Store store;
  private final Transactions transactions;
  private final String space;

  AutorisationTable(Store store, Transactions transactions, String space) {
    this.store = store;
    this.transactions = transactions;
    this.space = space;
  }

  /** What links a record and a holder. */
  Optional<Autorisation> autorisation(String ins, String holder) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select * from dmp.autorisation where space_id = ? and porteur = ? and ins"
                            + " = ?",
                        space,
                        holder,
                        ins)
                    .map((row, context) -> autorisation(row))
                    .findOne());
  }

  /** All that a patient authorised or blocked, in order. */
  List<Autorisation> ofPatient(String ins) {
    return list("ins = ?", ins);
  }

  private List<Autorisation> list(String condition, String value) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select * from dmp.autorisation where space_id = ? and "
                            + condition
                            + " order by debut, ins, porteur limit ?",
                        space,
                        value,
                        LISTED)
                    .map((row, context) -> autorisation(row))
                    .list());
  }

  /** Writes an authorisation. A patient has one treating doctor: the former one is no longer. */
  void write(Autorisation one) {
    Object unused =
        transactions.run(
            handle -> {
              if (one.treating()) {
                handle.execute(
                    "update dmp.autorisation set mt = false where space_id = ? and ins = ?",
                    space,
                    one.ins());
              }
              delete(handle, one.ins(), one.holder());
              handle.execute(
                  "insert into dmp.autorisation (space_id, ins, porteur, structure, nom, prenom,"
                      + " specialite_code, specialite_libelle, etat, mt, debut, derniere_action,"
                      + " dernier_acces) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  space,
                  one.ins(),
                  one.holder(),
                  one.structure(),
                  Width.cut(one.familyName(), NAME),
                  Width.cut(one.givenName(), NAME),
                  Width.cut(one.specialityCode(), CODE),
                  Width.cut(one.specialityLabel(), LABEL),
                  one.state().name(),
                  one.treating(),
                  one.start().toEpochMilli(),
                  one.lastAction().toEpochMilli(),
                  DossierRow.millis(one.lastAccess()));
              return one;
            });
  }

  /**
   * Notes that a holder acts, if something links him to the record.
   *
   * @param reading whether he reads or searches documents
   */
  void acted(Handle handle, String ins, String holder, Instant at, boolean reading) {
    // To the second, as answers tell it: who reads often writes once a second.
    long second = at.getEpochSecond() * 1_000;
    handle.execute(
        "update dmp.autorisation set derniere_action = ?"
            + (reading ? ", dernier_acces = ?" : "")
            + " where space_id = ? and porteur = ? and ins = ? and "
            + (reading ? "(dernier_acces is null or dernier_acces < ?)" : "derniere_action < ?"),
        reading
            ? new Object[] {second, second, space, holder, ins, second}
            : new Object[] {second, space, holder, ins, second});
  }

  /** Removes an authorisation. */
  void remove(String ins, String holder) {
    store.jdbi().useTransaction(handle -> delete(handle, ins, holder));
  }

  private void delete(Handle handle, String ins, String holder) {
    handle.execute(
        "delete from dmp.autorisation where space_id = ? and porteur = ? and ins = ?",
        space,
        holder,
        ins);
  }

  static Autorisation autorisation(ResultSet row) throws SQLException {
    return new Autorisation(
        row.getString("ins"),
        row.getString("porteur"),
        row.getString("structure"),
        row.getString("nom"),
        row.getString("prenom"),
        row.getString("specialite_code"),
        row.getString("specialite_libelle"),
        State.valueOf(row.getString("etat")),
        row.getBoolean("mt"),
        Instant.ofEpochMilli(row.getLong("debut")),
        Instant.ofEpochMilli(row.getLong("derniere_action")),
        DossierRow.instant(row, "dernier_acces"));
  }
}
