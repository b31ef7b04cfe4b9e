package fr.socle.features.etapes;

import static java.util.Map.entry;

import fr.socle.bench.client.api.FaultRequest;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What goes wrong in the mail, in the words of the feature files (mssante.md 5). */
final class MssTroubles {
  private static final Map<String, FaultRequest> TROUBLES =
      Map.ofEntries(
          entry("TLS n'est pas offert à l'envoi", fault("starttls-absent")),
          entry("TLS est refusé à l'envoi", fault("starttls-refuse")),
          entry("TLS est refusé à la lecture", fault("imap-starttls-refuse")),
          entry("le jeton est dit fini à l'envoi", fault("jeton-refuse", "motif", "expire")),
          entry("le jeton est dit d'un autre à l'envoi", fault("jeton-refuse", "motif", "boite")),
          entry(
              "le jeton est dit fini à la lecture", fault("imap-jeton-refuse", "motif", "expire")),
          entry(
              "le jeton est dit d'un autre à la lecture",
              fault("imap-jeton-refuse", "motif", "boite")),
          entry("l'envoi n'est pas assuré", fault("operateur-indisponible")),
          entry("la lecture n'est pas assurée", fault("imap-indisponible")),
          entry("la configuration de la boîte n'est pas publiée", fault("autoconfig-absente")),
          entry("le domaine du confrère n'est pas dans la liste", fault("domaine-hors-liste")),
          entry("le domaine du médecin n'est pas dans la liste", fault("expediteur-hors-liste")),
          entry("le médecin n'est pas reconnu pour l'expéditeur", fault("expediteur-refuse")),
          entry("la boîte du confrère est pleine", fault("boite-pleine", "code", "552")),
          entry(
              "la boîte du confrère est pleine pour le moment",
              fault("boite-pleine", "code", "452")),
          entry("la boîte du confrère n'existe pas", fault("boite-inconnue", "mode", "refus")),
          entry("un virus est vu dans le message", fault("virus", "mode", "refus")),
          entry(
              "le message est dit trop gros d'avance",
              fault("message-trop-gros", "moment", "mail")),
          entry(
              "le message est dit trop gros à la fin",
              fault("message-trop-gros", "moment", "data")),
          entry("la lecture est coupée au milieu d'un message", once("imap-coupure-litteral")),
          entry(
              "les messages viennent goutte à goutte",
              new FaultRequest(
                  "mss",
                  "imap-goutte-a-goutte",
                  Map.of("octets", "400", "millisecondes", "20"),
                  null,
                  null)),
          entry("la boîte est renumérotée", fault("imap-uidvalidity")),
          entry("un autre client efface le premier message", once("imap-effacement-ailleurs")));

  /** How an archive is spoilt, as the bench names it. */
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "tronquée", "tronquee",
          "sans métadonnées", "sans-metadata",
          "dont une empreinte est fausse", "hash",
          "dont une taille est fausse", "taille",
          "dont un document manque", "uri",
          "dont un chemin mène ailleurs", "chemin",
          "dont les métadonnées ont une autre racine", "racine",
          "qui grossit sans mesure", "bombe",
          "aux noms en minuscules", "minuscules",
          "aux préfixes XML inhabituels", "prefixes");

  private MssTroubles() {}

  /** The fault that these words name. */
  static FaultRequest named(String words) {
    return known(TROUBLES, words);
  }

  /** The way to spoil an archive that these words name. */
  static String archive(String words) {
    return known(ARCHIVES, words);
  }

  private static <T> T known(Map<String, T> all, String words) {
    @Nullable T found = all.get(words);
    if (found == null) {
      throw new IllegalArgumentException(
          "« " + words + " » n'est pas de " + new TreeSet<>(all.keySet()));
    }
    return found;
  }

  private static FaultRequest fault(String name) {
    return new FaultRequest("mss", name, Map.of(), null, null);
  }

  private static FaultRequest fault(String name, String parameter, String value) {
    return new FaultRequest("mss", name, Map.of(parameter, value), null, null);
  }

  private static FaultRequest once(String name) {
    return new FaultRequest("mss", name, Map.of(), 1, null);
  }
}
