package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with the DMP, said as a user would, and the fault of the bench that plays it.
 */
enum DmpTrouble {
  DOWN("est indisponible", "statut-http", "code=503", null),
  GATEWAY("n'est plus joignable", "statut-http", "code=502", null),
  REFUSES_CERTIFICATE("n'accepte plus le certificat", "certificat-client-refuse", "", null),
  EXPIRED("présente un certificat expiré", "certificat-serveur-expire", "", null),
  TECHNICAL("est en panne", "erreur-technique", "", null),
  ACCESS_DENIED("refuse l'accès", "DMPAccessDeniedByRightsService", "", DmpTraffic.SEARCH),
  BAD_CERTIFICATE(
      "refuse le certificat du cabinet", "DMPInvalidCertificate", "", DmpTraffic.SEARCH),
  UNKNOWN_STRUCTURE("ne connaît pas la structure", "structure-inconnue", "", DmpTraffic.SEARCH),
  NOT_LINKED(
      "ne rattache pas le professionnel", "professionnel-non-rattache", "", DmpTraffic.SEARCH),
  DOCUMENT_REFUSED("refuse le document", "DMPAccessDeniedByRightsService", "", "DMP TD2.1"),
  OTHER_SEX("rend l'autre sexe", "sexe-different", "", null),
  OTHER_LETTERS("écrit son accord en d'autres lettres", "statut-casse", "", null),
  NO_CONTEXT("ne commente pas son accord", "sans-context", "", null),
  PARTIAL("ne rend qu'une partie de la liste", "succes-partiel", "", DmpTraffic.SEARCH),
  CUT_PART("remet un document sans sa fin", "mtom-coupe", "", DmpTraffic.RETRIEVAL),
  CUT_DOCUMENT(
      "coupe le document en route", "coupure", "moment=milieu-reponse", DmpTraffic.RETRIEVAL);

  private final String words;
  private final String fault;

  /** A parameter of the fault, {@code name=value}; empty when it has none. */
  private final String parameter;

  private final @Nullable String transaction;

  DmpTrouble(String words, String fault, String parameter, @Nullable String transaction) {
    this.words = words;
    this.fault = fault;
    this.parameter = parameter;
    this.transaction = transaction;
  }

  static DmpTrouble of(String words) {
    return Arrays.stream(values())
        .filter(one -> one.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(words));
  }

  String words() {
    return words;
  }

  FaultRequest request() {
    int equals = parameter.indexOf('=');
    Map<String, String> parameters =
        equals < 0
            ? Map.of()
            : Map.of(parameter.substring(0, equals), parameter.substring(equals + 1));
    return new FaultRequest("dmp", fault, parameters, null, transaction);
  }
}
