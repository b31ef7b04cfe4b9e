package fr.socle.bench.wire;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/** Says in French why bytes are not an HTTP request. */
final class ParseFailures {
  static final String BAD_CHUNK = "bad chunk";
  private static final int TLS_HANDSHAKE_RECORD = 0x16;

  private ParseFailures() {}

  /** Why the parser refused, from what it says and from the first bytes. */
  static String reason(HttpException failure, byte[] firstBytes, WireLimits limits) {
    if (firstBytes.length > 1 && firstBytes[0] == TLS_HANDSHAKE_RECORD && firstBytes[1] == 3) {
      return "Votre logiciel parle TLS à un port HTTP en clair : mettez « http:// » dans"
          + " l'adresse, ou prenez l'adresse en https du même service.";
    }
    return switch (failure.getCode()) {
      case 431 ->
          "Les en-têtes dépassent "
              + limits.head()
              + " octets : réduisez-en le nombre ou la taille.";
      case 414 ->
          "L'adresse demandée dépasse " + limits.head() + " octets : passez les données en POST.";
      case 505 ->
          "Cette version de HTTP n'est pas servie ici : parlez HTTP/1.1 (écrit exactement"
              + " ainsi dans la ligne de requête).";
      case 417 ->
          "L'en-tête Expect demande autre chose que « 100-continue » : c'est la seule attente"
              + " que HTTP connaisse (RFC 9110, 10.1.1).";
      case 413 -> "La taille d'un morceau du corps est démesurée : corrigez le découpage chunked.";
      default -> badRequest(Optional.ofNullable(failure.getReason()).orElse(""));
    };
  }

  private static String badRequest(String technical) {
    String said = technical.toLowerCase(Locale.ROOT);
    if (said.equals(BAD_CHUNK)) {
      return "Le découpage en morceaux (Transfer-Encoding: chunked) du corps est incorrect :"
          + " vérifiez les tailles en hexadécimal et les fins de ligne (RFC 9112, 7.1).";
    }
    if (said.contains("no host")) {
      return "L'en-tête Host manque : HTTP/1.1 l'exige (RFC 9112, 3.2).";
    }
    if (said.contains("transfer-encoding") || said.contains("transfer_encoding")) {
      return "Transfer-Encoding incorrect ou donné avec Content-Length : envoyez l'un ou l'autre,"
          + " « chunked » en dernier (RFC 9112, 6.1).";
    }
    if (said.contains("content-length") || said.contains("content_length")) {
      return "Content-Length incorrect ou répété : envoyez un seul nombre d'octets (RFC 9112, 6.2).";
    }
    return "Ces octets ne sont pas une requête HTTP/1.1 : "
        + (technical.isEmpty() ? "syntaxe incorrecte" : "le lecteur a dit « " + technical + " »")
        + ". Corrigez la ligne de requête et les en-têtes (RFC 9112).";
  }
}
