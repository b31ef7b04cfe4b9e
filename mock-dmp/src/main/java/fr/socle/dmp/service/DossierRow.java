package fr.socle.dmp.service;

import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a row of SQL is a record. */
final class DossierRow {
  private DossierRow() {}

  static Dossier dossier(ResultSet row) throws SQLException {
    Instant closedAt = instant(row, "ferme_le");
    String telecoms = row.getString("coordonnees");
    return new Dossier(
        row.getString("ins"),
        Status.valueOf(row.getString("statut")),
        closedAt == null
            ? null
            : new Closure(row.getString("motif_code"), row.getString("motif_texte"), closedAt),
        row.getBoolean("rattache"),
        row.getBoolean("compte_internet"),
        row.getBoolean("opposition_bris"),
        row.getBoolean("opposition_centre_15"),
        row.getBoolean("masque_urgence"),
        row.getString("nom_usage"),
        telecoms.isEmpty() ? List.of() : List.of(telecoms.split("\n", -1)),
        instant(row, "dernier_depot"),
        instant(row, "derniere_maj"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
