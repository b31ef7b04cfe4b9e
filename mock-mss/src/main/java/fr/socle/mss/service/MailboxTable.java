package fr.socle.mss.service;

import fr.socle.mss.service.Mailbox.Kind;
import fr.socle.mss.service.Mailbox.Opening;
import fr.socle.mss.service.Mailbox.State;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The mailboxes of a space, within a transaction of the store.
 *
 * @param space the space
 */
record MailboxTable(String space) {
  private static final RowMapper<Mailbox> MAILBOX =
      (row, context) ->
          new Mailbox(
              row.getString("adresse"),
              Kind.valueOf(row.getString("genre")),
              Arrays.stream(row.getString("utilisateurs").split(" ", -1))
                  .filter(each -> !each.isEmpty())
                  .toList(),
              row.getString("libelle"),
              row.getString("genre").equals(Kind.APP.name())
                  ? new Opening(row.getString("certificat"), row.getString("organisation"))
                  : null,
              State.valueOf(row.getString("etat")));

  /** Writes what a mailbox is; whether it is a new one. */
  boolean write(Handle handle, Mailbox mailbox) {
    Opening opening = mailbox.certificate();
    int known =
        handle.execute(
            "update mss.boite set titulaire = ?, genre = ?, utilisateurs = ?, libelle = ?,"
                + " certificat = ?, organisation = ?, etat = ? where space_id = ? and"
                + " adresse = ?",
            mailbox.holder(),
            mailbox.kind().name(),
            String.join(" ", mailbox.users()),
            mailbox.label(),
            opening == null ? "" : opening.dn(),
            opening == null ? "" : opening.organisation(),
            mailbox.state().name(),
            space,
            mailbox.address());
    if (known > 0) {
      return false;
    }
    handle.execute(
        "insert into mss.boite (space_id, adresse, titulaire, genre, utilisateurs,"
            + " libelle, certificat, organisation, etat) values (?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        space,
        mailbox.address(),
        mailbox.holder(),
        mailbox.kind().name(),
        String.join(" ", mailbox.users()),
        mailbox.label(),
        opening == null ? "" : opening.dn(),
        opening == null ? "" : opening.organisation(),
        mailbox.state().name());
    return true;
  }

  /** The mailbox of an address, whatever its case. */
  Optional<Mailbox> find(Handle handle, String address) {
    return handle
        .select(
            "select * from mss.boite where space_id = ? and adresse = ?",
            space,
            address.toLowerCase(Locale.ROOT))
        .map(MAILBOX)
        .findOne();
  }

  /** All of them, by address. */
  List<Mailbox> all(Handle handle) {
    return handle
        .select("select * from mss.boite where space_id = ? order by adresse", space)
        .map(MAILBOX)
        .list();
  }
}
