package fr.socle.dmp.service;

import fr.socle.bench.store.Store;
import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The records and authorisations of one space, in SQL: what is committed survives the process when
 * the bench keeps its data. Instants are milliseconds. Safe for use by several threads.
 */
public final class DossierStore {
  private static final String SCHEMA = "dmp";
  private static final String SCRIPTS = "fr/socle/dmp/service/sql";
  // Widths of V1__dossiers.sql.
  private static final int MOTIVE = 60;
  private static final int REASON = 1_000;
  private static final int ADDRESSES = 4_000;
  // Of V6__nom_usage.sql.
  private static final int NAME = 200;

  private final Store store;
  private final Transactions transactions;
  private final AutorisationTable autorisations;
  private final RepresentativeTable representatives;
  private final LinkedDossiers links;
  private final EmergencyAccesses emergencies;
  private final String space;
  private final Status byDefault;
  private final boolean attachedByDefault;

  /**
   * The records of a space.
   *
   * @param byDefault status of the record of a patient nobody said anything about
   * @param attachedByDefault whether such a record is attached to Mon espace santé
   */
  public DossierStore(Store store, String space, Status byDefault, boolean attachedByDefault) {
    this.store = store;
    this.transactions = new Transactions(store);
    this.autorisations = new AutorisationTable(store, transactions, space);
    this.representatives = new RepresentativeTable(store, transactions, space);
    this.links = new LinkedDossiers(store, space, byDefault, attachedByDefault);
    this.emergencies = new EmergencyAccesses(store, space);
    this.space = space;
    this.byDefault = byDefault;
    this.attachedByDefault = attachedByDefault;
  }

  /** Brings the schema to its present form. */
  public static void migrate(Store store) {
    store.migrate(
        SCHEMA,
        SCRIPTS,
        List.of(
            "V1__dossiers.sql",
            "V2__registre.sql",
            "V3__existence.sql",
            "V4__representants.sql",
            "V5__acces.sql",
            "V6__nom_usage.sql"));
  }

  /** The record of a patient. */
  public Dossier dossier(String ins) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select("select * from dmp.dossier where space_id = ? and ins = ?", space, ins)
                    .map((row, context) -> DossierRow.dossier(row))
                    .findOne())
        .orElseGet(() -> Dossier.untouched(ins, byDefault, attachedByDefault));
  }

  /**
   * The records somebody said something about, by INS.
   *
   * @param after only those after this INS; empty starts
   * @param most how many at most
   */
  public List<Dossier> dossiers(String after, int most) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select * from dmp.dossier where space_id = ? and ins > ? order by ins limit"
                            + " ?",
                        space,
                        after,
                        most)
                    .map((row, context) -> DossierRow.dossier(row))
                    .list());
  }

  /**
   * Writes a record, the date of its last document left aside: documents alone say that, and they
   * may come in meanwhile.
   */
  public void write(Dossier dossier) {
    Closure closure = dossier.closure();
    Object unused =
        transactions.run(
            handle -> {
              int known =
                  handle.execute(
                      "update dmp.dossier set statut = ?, motif_code = ?, motif_texte = ?, ferme_le ="
                          + " ?, rattache = ?, compte_internet = ?, opposition_bris = ?,"
                          + " opposition_centre_15 = ?, masque_urgence = ?, nom_usage = ?, coordonnees = ?"
                          + " where"
                          + " space_id = ? and ins = ?",
                      dossier.status().name(),
                      closure == null ? null : Width.cut(closure.code(), MOTIVE),
                      closure == null ? null : Width.cut(closure.text(), REASON),
                      closure == null ? null : closure.at().toEpochMilli(),
                      dossier.attached(),
                      dossier.webAccount(),
                      dossier.opposedToBreakGlass(),
                      dossier.opposedToRegulation(),
                      dossier.maskedInEmergency(),
                      Width.cut(dossier.usedName(), NAME),
                      Width.cut(String.join("\n", dossier.telecoms()), ADDRESSES),
                      space,
                      dossier.ins());
              if (known == 0) {
                insert(handle, dossier);
              }
              return known;
            });
  }

  /** Notes, within the transaction that adds it, that a document was added. */
  public void added(Handle handle, String ins, Instant at) {
    int known =
        handle.execute(
            "update dmp.dossier set dernier_depot = ?, derniere_maj = ? where space_id = ? and ins ="
                + " ?",
            at.toEpochMilli(),
            at.toEpochMilli(),
            space,
            ins);
    if (known == 0) {
      insert(handle, Dossier.untouched(ins, byDefault, attachedByDefault).fed(at));
    }
  }

  /** Notes, within the transaction that changes them, that metadata changed. */
  public void updated(Handle handle, String ins, Instant at) {
    handle.execute(
        "update dmp.dossier set derniere_maj = ? where space_id = ? and ins = ?",
        at.toEpochMilli(),
        space,
        ins);
  }

  private void insert(Handle handle, Dossier dossier) {
    Closure closure = dossier.closure();
    handle.execute(
        "insert into dmp.dossier (space_id, ins, statut, motif_code, motif_texte, ferme_le,"
            + " rattache, compte_internet, opposition_bris, opposition_centre_15, masque_urgence,"
            + " nom_usage, coordonnees, dernier_depot, derniere_maj) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?)",
        space,
        dossier.ins(),
        dossier.status().name(),
        closure == null ? null : Width.cut(closure.code(), MOTIVE),
        closure == null ? null : Width.cut(closure.text(), REASON),
        closure == null ? null : closure.at().toEpochMilli(),
        dossier.attached(),
        dossier.webAccount(),
        dossier.opposedToBreakGlass(),
        dossier.opposedToRegulation(),
        dossier.maskedInEmergency(),
        Width.cut(dossier.usedName(), NAME),
        Width.cut(String.join("\n", dossier.telecoms()), ADDRESSES),
        DossierRow.millis(dossier.lastAddition()),
        DossierRow.millis(dossier.lastUpdate()));
  }

  /** The legal representatives of a patient, in order. */
  public List<Representative> representatives(String ins) {
    return representatives.of(ins);
  }

  /** Writes the legal representatives of a patient in the place of those there were. */
  public void write(String ins, List<Representative> those) {
    representatives.write(ins, those);
  }

  /** What links a record and a holder. */
  public Optional<Autorisation> autorisation(String ins, String holder) {
    return autorisations.autorisation(ins, holder);
  }

  /** All that a patient authorised or blocked, in order. */
  public List<Autorisation> ofPatient(String ins) {
    return autorisations.ofPatient(ins);
  }

  /** Writes an authorisation. A patient has one treating doctor: the former one is no longer. */
  public void write(Autorisation one) {
    autorisations.write(one);
  }

  /**
   * Notes, within the transaction in which he does, that a holder acts, if something links him to
   * the record.
   *
   * @param reading whether he reads or searches documents
   */
  public void acted(Handle handle, String ins, String holder, Instant at, boolean reading) {
    autorisations.acted(handle, ins, holder, at, reading);
  }

  /** The accesses in an emergency. */
  public EmergencyAccesses emergencies() {
    return emergencies;
  }

  /** Removes an authorisation. */
  public void remove(String ins, String holder) {
    autorisations.remove(ins, holder);
  }

  /**
   * The open records that a holder or a structure is authorised for, newest first.
   *
   * @param byStructure whether it is a structure
   * @param since only those newer
   * @param byDocument whether newer is said of the last document, not of the authorisation
   * @param notBefore an authorisation that began earlier is over
   * @param most how many at most
   */
  public List<Link> links(
      String holder,
      boolean byStructure,
      Instant since,
      boolean byDocument,
      Instant notBefore,
      int most) {
    return links.of(holder, byStructure, since, byDocument, notBefore, most);
  }

  /**
   * A record and what links it to a holder.
   *
   * @param autorisation the authorisation
   * @param dossier the record
   */
  public record Link(Autorisation autorisation, Dossier dossier) {}

  /** Makes everything older. */
  public void age(Duration by) {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "update dmp.autorisation set debut = debut - ?, derniere_action ="
                      + " derniere_action - ?, dernier_acces = dernier_acces - ? where space_id ="
                      + " ?",
                  by.toMillis(),
                  by.toMillis(),
                  by.toMillis(),
                  space);
              handle.execute(
                  "update dmp.dossier set ferme_le = ferme_le - ?, dernier_depot = dernier_depot -"
                      + " ?, derniere_maj = derniere_maj - ? where space_id = ?",
                  by.toMillis(),
                  by.toMillis(),
                  by.toMillis(),
                  space);
              emergencies.age(handle, by);
            });
  }

  /** Forgets the space. */
  public void clear() {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("delete from dmp.autorisation where space_id = ?", space);
              handle.execute("delete from dmp.dossier where space_id = ?", space);
              handle.execute("delete from dmp.representant where space_id = ?", space);
              emergencies.clear(handle);
            });
  }
}
