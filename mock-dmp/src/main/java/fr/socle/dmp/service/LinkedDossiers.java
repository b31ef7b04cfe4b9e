package fr.socle.dmp.service;

import fr.socle.bench.store.Store;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.Dossier.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The open records that somebody is authorised for, in SQL: TD0.4.
 *
 * @param byDefault status of the record of a patient nobody said anything about
 * @param attachedByDefault whether such a record is attached to Mon espace santé
 */
record LinkedDossiers(Store store, String space, Status byDefault, boolean attachedByDefault) {
  List<DossierStore.Link> of(
      String holder,
      boolean byStructure,
      Instant since,
      boolean byDocument,
      Instant notBefore,
      int most) {
    String date = byDocument ? "d.dernier_depot" : "a.debut";
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select a.*, d.statut, d.motif_code, d.motif_texte, d.ferme_le, d.rattache,"
                            + " d.compte_internet, d.opposition_bris, d.opposition_centre_15,"
                            + " d.masque_urgence, d.nom_usage, d.coordonnees, d.dernier_depot, d.derniere_maj from"
                            + " dmp.autorisation a left join dmp.dossier d on d.space_id ="
                            + " a.space_id and d.ins = a.ins where a.space_id = ? and a."
                            + (byStructure ? "structure" : "porteur")
                            + " = ? and a.etat = ? and a.debut >= ? and "
                            + date
                            + " >= ? and (d.statut = ?"
                            + (byDefault == Status.OUVERT ? " or d.statut is null" : "")
                            + ") order by "
                            + date
                            + " desc, a.ins, a.porteur limit ?",
                        space,
                        holder,
                        State.VALIDE.name(),
                        notBefore.toEpochMilli(),
                        since.toEpochMilli(),
                        Status.OUVERT.name(),
                        most)
                    .map(
                        (row, context) ->
                            new DossierStore.Link(AutorisationTable.autorisation(row), joined(row)))
                    .list());
  }

  private Dossier joined(ResultSet row) throws SQLException {
    return row.getString("statut") == null
        ? Dossier.untouched(row.getString("ins"), byDefault, attachedByDefault)
        : DossierRow.dossier(row);
  }
}
