package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import java.util.Map;

/** What can be wrong with an identity token, in the words of the feature files. */
final class IdentityTokenTrouble {
  private static final Map<String, FaultRequest> WRONG =
      Map.ofEntries(
          Map.entry("fait pour une autre demande", fault("nonce-faux")),
          Map.entry("d'un autre émetteur", fault("iss-faux")),
          Map.entry("destiné à un autre logiciel", fault("aud-faux")),
          Map.entry("périmé", fault("exp-passee")),
          Map.entry("dont la signature est fausse", fault("signature-fausse")),
          Map.entry("signé d'une clé que personne ne connaît", fault("kid-inconnu")),
          Map.entry("non signé", fault("alg-none")),
          Map.entry("qui ne rappelle pas la demande", fault("nonce-absent")),
          Map.entry("destiné aussi à un autre logiciel", fault("aud-multiple")),
          Map.entry("signé de la clé publique prise pour un secret", fault("hs256-cle-publique")),
          Map.entry("signé d'une clé qu'il dit lui-même où prendre", fault("jku-etranger")),
          Map.entry("signé d'un certificat qu'il dit lui-même où prendre", fault("x5u-etranger")),
          Map.entry("chiffré pour quelqu'un d'autre", fault("jeton-chiffre")),
          Map.entry("à qui il manque la signature", fault("sans-signature")),
          Map.entry("daté du futur", fault("iat-futur")),
          Map.entry("d'un autre niveau que celui demandé", fault("acr-autre")),
          Map.entry("signé d'une clé trop courte", fault("rsa-1024")),
          Map.entry("qui ne dit pas son niveau", fault("acr-absent")),
          Map.entry("qui ne nomme pas sa clé", fault("kid-absent")),
          Map.entry("signé du secret du logiciel", fault("hs256-secret")),
          Map.entry("qui ne va pas avec le jeton d'accès", fault("at-hash-faux")),
          Map.entry("d'une authentification ancienne", fault("auth-time-ancien")),
          Map.entry("daté d'une horloge en retard de deux heures", clock("-7200")),
          Map.entry("daté d'une horloge en avance de deux heures", clock("7200")),
          Map.entry("daté d'une horloge décalée de vingt secondes", clock("20")));

  private IdentityTokenTrouble() {}

  /** The fault of a sentence. */
  static FaultRequest of(String how) {
    FaultRequest fault = WRONG.get(how);
    if (fault == null) {
      throw new IllegalArgumentException("no such identity token: " + how);
    }
    return fault;
  }

  private static FaultRequest fault(String name) {
    return new FaultRequest("psc", name, null, null, null);
  }

  private static FaultRequest clock(String seconds) {
    return new FaultRequest("psc", "horloge-decalee", Map.of("secondes", seconds), null, null);
  }
}
