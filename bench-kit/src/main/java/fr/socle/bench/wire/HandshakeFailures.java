package fr.socle.bench.wire;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says in French why a TLS handshake failed.
 *
 * @param code short stable word
 * @param reason why, with the mend
 */
record HandshakeFailures(String code, String reason) {
  private static final String ALERT = "received fatal alert: ";

  static HandshakeFailures of(@Nullable Throwable failure, boolean answered) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException refused && refused.getMessage() != null) {
        return new HandshakeFailures("certificat-client-refuse", refused.getMessage());
      }
    }
    String said = failure == null || failure.getMessage() == null ? "" : failure.getMessage();
    String lower = said.toLowerCase(Locale.ROOT);
    int alert = lower.indexOf(ALERT);
    if (alert >= 0) {
      return alert(lower.substring(alert + ALERT.length()).trim());
    }
    if (lower.contains("empty client certificate chain") || lower.contains("null cert chain")) {
      return new HandshakeFailures(
          "certificat-client-absent",
          "Aucun certificat client n'a été présenté alors que ce port l'exige : configurez dans"
              + " votre logiciel un certificat du banc et sa clé.");
    }
    if (lower.contains("unrecognized ssl message") || lower.contains("plaintext connection")) {
      return new HandshakeFailures(
          "clair-sur-tls",
          "Votre logiciel a parlé en clair à un port TLS : mettez « https:// » dans l'adresse.");
    }
    if (lower.contains("no cipher suites in common")) {
      return new HandshakeFailures(
          "aucune-suite-commune",
          "Aucune suite cryptographique commune : proposez des suites de TLS 1.2 ou 1.3.");
    }
    if (lower.contains("protocol version") || lower.contains("client requested protocol")) {
      return new HandshakeFailures(
          "version-tls", "La version de TLS proposée n'est pas acceptée : parlez TLS 1.2 ou 1.3.");
    }
    if (isBroken(failure) || lower.contains("closed") || said.isEmpty()) {
      return new HandshakeFailures(
          "poignee-de-main-interrompue",
          answered
              ? "La connexion a été fermée sans un mot pendant la négociation TLS, après l'envoi du"
                  + " certificat du serveur : votre logiciel l'a sans doute refusé."
              : "La connexion a été fermée au début de la négociation TLS, avant sa fin.");
    }
    return new HandshakeFailures(
        "poignee-de-main-incorrecte",
        "La négociation TLS est incorrecte (le lecteur a dit « " + said + " »).");
  }

  /** Whether the connection broke: at the bottom of it all there is no word of TLS. */
  private static boolean isBroken(@Nullable Throwable failure) {
    Throwable bottom = failure;
    while (bottom != null && bottom.getCause() != null) {
      bottom = bottom.getCause();
    }
    return bottom instanceof IOException && !(bottom instanceof SSLException);
  }

  // RFC 8446 section 6.2 names the alerts.
  private static HandshakeFailures alert(String name) {
    return switch (name) {
      case "certificate_unknown",
          "unknown_ca",
          "bad_certificate",
          "certificate_expired",
          "unsupported_certificate",
          "certificate_revoked" ->
          new HandshakeFailures(
              "certificat-serveur-refuse",
              "Votre logiciel a refusé le certificat du serveur (alerte TLS « "
                  + name
                  + " ») : c'est attendu devant un mauvais certificat ; sinon faites-lui confiance"
                  + " à l'autorité du banc et vérifiez le nom d'hôte.");
      case "protocol_version", "handshake_failure", "insufficient_security" ->
          new HandshakeFailures(
              "version-tls",
              "Votre logiciel a refusé les paramètres TLS du serveur (alerte « "
                  + name
                  + " ») : acceptez TLS 1.2 ou 1.3 et leurs suites.");
      default ->
          new HandshakeFailures(
              "poignee-de-main-interrompue",
              "Votre logiciel a interrompu la négociation TLS (alerte « " + name + " »).");
    };
  }
}
