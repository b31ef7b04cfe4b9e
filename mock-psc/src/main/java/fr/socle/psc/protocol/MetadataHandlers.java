package fr.socle.psc.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.PscFault;
import fr.socle.psc.service.SigningKeys;
import java.util.Map;

/** The discovery document and the key set. */
final class MetadataHandlers {
  private final Map<String, Object> discovery;
  private final SigningKeys keys;

  MetadataHandlers(PscAddresses addresses, String issuer, SigningKeys keys) {
    this.discovery = DiscoveryDocument.of(addresses, issuer);
    this.keys = keys;
  }

  Served discovery(IncomingRequest request, FaultPlan faults) {
    return new Served(
        Answers.json(200, discovery),
        Transactions.DISCOVERY,
        new MetadataMessage(request.path()),
        Map.of(),
        null);
  }

  Served keys(IncomingRequest request, FaultPlan faults) {
    if (faults.strikes(PscFault.JWKS_INDISPONIBLE)) {
      return new Served(
          Answer.text(503, "text/html;charset=UTF-8", "<h1>503 Service Unavailable</h1>"),
          Transactions.JWKS,
          new MetadataMessage(request.path()),
          Map.of(),
          new Refusal("503", "Le jeu de clés est indisponible (panne armée)."));
    }
    Map<String, Object> set =
        faults.strikes(PscFault.JWKS_TYPES_INCONNUS) ? keys.jwksWithStrangeKeys() : keys.jwks();
    return new Served(
        Answers.json(200, set).with("Cache-Control", "no-cache"),
        Transactions.JWKS,
        new MetadataMessage(request.path()),
        Map.copyOf(set),
        null);
  }
}
