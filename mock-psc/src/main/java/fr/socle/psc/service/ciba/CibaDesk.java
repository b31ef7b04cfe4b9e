package fr.socle.psc.service.ciba;

import fr.socle.bench.world.Professional;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientGate;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.PscFault;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.Scopes;
import fr.socle.psc.service.Session.Means;
import fr.socle.psc.service.SpaceTime;
import fr.socle.psc.service.Unguessable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The backchannel authentication endpoint: a login asked without browser. Thread-safe. */
public final class CibaDesk {
  private static final List<Means> CHANNELS = List.of(Means.CARD, Means.MOBILE); // psc.md 2.2
  // What holds when the answer names no interval: CIBA Core 7.3
  private static final Duration UNSAID_INTERVAL = Duration.ofSeconds(5);

  private final ClientGate gate;
  private final CibaSettings settings;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final CibaRules rules;
  private final AuthReqIds authReqIds;
  private final PendingRequests pending;
  private final PhoneScript script;

  CibaDesk(
      ClientGate gate,
      CibaSettings settings,
      SpaceTime time,
      Unguessable unguessable,
      CibaRules rules,
      AuthReqIds authReqIds,
      PendingRequests pending,
      PhoneScript script) {
    this.gate = gate;
    this.settings = settings;
    this.time = time;
    this.unguessable = unguessable;
    this.rules = rules;
    this.authReqIds = authReqIds;
    this.pending = pending;
    this.script = script;
  }

  /** Answers a request. */
  public CibaOutcome answer(Asked asked, ClientProof proof, FaultPlan faults) {
    ClientGate.Entry entry = gate.admit(proof);
    RelyingParty client = entry.client();
    if (entry.error() != null || client == null) {
      return new CibaOutcome(client, null, Map.of(), entry.error());
    }
    CibaRules.Ruling ruling = rules.rule(asked, client);
    Professional who = ruling.who();
    if (ruling.error() != null || who == null) {
      return new CibaOutcome(client, null, Map.of(), ruling.error());
    }
    PhoneScript.Line reaction = script.play(who.nationalId().value());
    if (reaction.reaction() == Reaction.ETEINT || faults.strikes(PscFault.CIBA_CANAL_COUPE)) {
      return CibaOutcome.refused(
          client, channelDown("Le téléphone ou le lecteur de carte de la personne ne répond pas."));
    }
    return open(asked, client, who, reaction, faults);
  }

  private CibaOutcome open(
      Asked asked, RelyingParty client, Professional who, PhoneScript.Line said, FaultPlan faults) {
    boolean told = !faults.strikes(PscFault.CIBA_SANS_INTERVALLE);
    Means channel = channel(asked);
    CibaRequest request =
        new CibaRequest(
            unguessable.uuid(),
            client.clientId(),
            who.nationalId().value(),
            Scopes.granted(asked.first("scope").orElse("")),
            channel,
            asked.first("binding_message").orElse(null),
            time.now(),
            settings.life(),
            told ? interval(faults) : UNSAID_INTERVAL);
    String authReqId = authReqIds.write(request, length(faults));
    boolean lockedPhone = who.locked() && channel == Means.MOBILE;
    PhoneScript.Line reaction =
        lockedPhone ? new PhoneScript.Line(Reaction.IGNORER, Duration.ZERO) : said;
    if (!pending.add(request, authReqId, reaction)) {
      return CibaOutcome.refused(
          client,
          channelDown(
              "Ce banc tient déjà le plus grand nombre de demandes CIBA qu'il puisse tenir :"
                  + " attendez que les précédentes expirent."));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("auth_req_id", authReqId);
    body.put("expires_in", request.life().toSeconds());
    if (told) {
      body.put("interval", request.interval().toSeconds());
    }
    return new CibaOutcome(client, request, body, null);
  }

  private Duration interval(FaultPlan faults) {
    return faults
        .take(PscFault.CIBA_INTERVALLE)
        .map(how -> Duration.ofSeconds(Numbers.of(PscFault.CIBA_INTERVALLE, how, "secondes", 30)))
        .orElse(settings.interval());
  }

  private int length(FaultPlan faults) {
    return faults
        .take(PscFault.CIBA_IDENTIFIANT_LONG)
        .map(how -> Numbers.of(PscFault.CIBA_IDENTIFIANT_LONG, how, "caracteres", 2500))
        .orElse(settings.authReqIdLength());
  }

  private Means channel(Asked asked) {
    Optional<String> channel = asked.first("channel");
    for (Means means : CHANNELS) {
      if (channel.filter(means.name()::equals).isPresent()) {
        return means;
      }
    }
    return settings.channel();
  }

  // psc.md 1.6 (S: KC-SRC)
  private static OidcError channelDown(String reason) {
    return new OidcError(503, "server_error", "Failed to send authentication request", reason);
  }
}
