package fr.socle.psc;

import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.LogoutNoticeRequest;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.SessionEnd;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.world.Professional;
import fr.socle.psc.service.FaultPlan;
import fr.socle.psc.service.LoginScript.Behaviour;
import fr.socle.psc.service.LoginScript.Step;
import fr.socle.psc.service.LogoutNotice;
import fr.socle.psc.service.ProSanteConnect;
import fr.socle.psc.service.PscFault;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.Session;
import fr.socle.psc.service.Sessions;
import fr.socle.psc.service.ciba.CibaRequest;
import fr.socle.psc.service.ciba.PhoneRequest;
import fr.socle.psc.service.ciba.Phones;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the control API can ask of Pro Santé Connect. */
final class PscOperations {
  // Who is slower is told all the same, and the state says what came of it
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ProSanteConnect psc;
  private final Phones phones;
  private final boolean certificateRequired;

  /**
   * The operations of one space.
   *
   * @param certificateRequired whether a secret is not enough in this space
   */
  PscOperations(ProSanteConnect psc, Phones phones, boolean certificateRequired) {
    this.psc = psc;
    this.phones = phones;
    this.certificateRequired = certificateRequired;
  }

  List<ControlOperation<?, ?>> all() {
    return List.of(
        new ControlOperation<>(
            "GET",
            "state",
            "Sessions, relying parties and phones of Pro Santé Connect",
            Void.class,
            PscState.class,
            nothing -> state()),
        new ControlOperation<>(
            "POST",
            "next-login",
            "Says what the person in front of the login page does from now on",
            NextLogin.class,
            Void.class,
            this::nextLogin),
        new ControlOperation<>(
            "POST",
            "end-session",
            "Ends sessions as the administrator would, and tells relying parties",
            SessionEnd.class,
            Void.class,
            this::endSessions),
        new ControlOperation<>(
            "POST",
            "logout-notice",
            "Tells relying parties of the end of a session that does not end: forged, or late",
            LogoutNoticeRequest.class,
            Void.class,
            this::announce),
        new ControlOperation<>(
                "POST",
                "clients",
                "Registers a relying party",
                ClientRequest.class,
                Void.class,
                this::register)
            .andKept());
  }

  private PscState state() {
    return new PscState(
        psc.sessions().all().stream().map(this::session).toList(),
        psc.clients().all().stream().map(RelyingParty::clientId).toList(),
        phones.requests().stream().map(this::request).toList(),
        psc.notices().all().stream().map(this::notice).toList());
  }

  private PscState.Session session(Session session) {
    return new PscState.Session(
        session.id(),
        session.nationalId(),
        List.copyOf(session.clientIds()),
        psc.time().onWire(session.startedAt()),
        psc.sessions().status(session.id()) == Sessions.Status.LIVE);
  }

  private PscState.PhoneRequest request(PhoneRequest one) {
    CibaRequest request = one.request();
    return new PscState.PhoneRequest(
        request.id(),
        request.nationalId(),
        request.clientId(),
        request.channel().name(),
        request.bindingMessage(),
        one.status().label(),
        psc.time().onWire(request.askedAt()),
        psc.time().onWire(request.expiresAt()),
        one.polls(),
        one.slowDowns());
  }

  private PscState.LogoutNotice notice(LogoutNotice notice) {
    return new PscState.LogoutNotice(
        notice.sessionId(),
        notice.clientId(),
        notice.channel().label(),
        notice.address(),
        notice.status().label(),
        notice.httpStatus(),
        notice.faults().stream().map(PscFault::label).sorted().toList(),
        psc.time().onWire(notice.sentAt()));
  }

  private @Nullable Void endSessions(SessionEnd end) {
    if ((end.nationalId() == null) == (end.sessionId() == null)) {
      throw new InvalidControlRequestException(
          "session-a-designer",
          "Donnez sessionId, ou nationalId pour toutes les sessions d'une personne.");
    }
    List<String> chosen =
        psc.sessions().all().stream()
            .filter(
                one ->
                    one.id().equals(end.sessionId()) || one.nationalId().equals(end.nationalId()))
            .map(Session::id)
            .filter(id -> psc.sessions().status(id) == Sessions.Status.LIVE)
            .toList();
    if (chosen.isEmpty()) {
      throw new InvalidControlRequestException(
          "session-inconnue",
          "Aucune session Pro Santé Connect ouverte ne correspond : lisez services/psc/state.");
    }
    chosen.stream()
        .map(psc.closing()::byAdministrator)
        .toList()
        .forEach(closed -> closed.await(PATIENCE));
    return null;
  }

  private @Nullable Void announce(LogoutNoticeRequest request) {
    String fault = request.fault();
    if ((request.nationalId() == null) == (request.sessionId() == null)) {
      throw new InvalidControlRequestException(
          "session-a-designer", "Donnez sessionId, ou nationalId pour la dernière d'une personne.");
    }
    Session named =
        psc.sessions().all().stream()
            .filter(
                one ->
                    one.id().equals(request.sessionId())
                        || one.nationalId().equals(request.nationalId()))
            .filter(
                one -> (psc.sessions().status(one.id()) == Sessions.Status.LIVE) != (fault == null))
            .reduce((former, latter) -> latter)
            .orElseThrow(
                () ->
                    new InvalidControlRequestException(
                        "session-inconnue",
                        "Aucune session ne correspond : un avis faux (fault) nomme une session"
                            + " ouverte, un avis correct une session finie ; end-session finit une"
                            + " session ouverte et l'annonce."));
    FaultPlan plan = fault == null ? FaultPlan.none() : plan(spoiling(fault));
    psc.closing().announced(named, plan).await(PATIENCE);
    return null;
  }

  private static FaultPlan plan(PscFault only) {
    return asked -> asked == only ? Optional.of(Map.of()) : Optional.empty();
  }

  private static PscFault spoiling(String label) {
    Set<PscFault> possible = LogoutNotice.spoilingFaults();
    return possible.stream()
        .filter(fault -> fault.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "panne-inconnue",
                    "« "
                        + label
                        + " » ne fausse pas un avis de déconnexion. Pannes possibles : "
                        + possible.stream().map(PscFault::label).collect(Collectors.joining(", "))
                        + "."));
  }

  private @Nullable Void nextLogin(NextLogin next) {
    Behaviour behaviour = behaviour(next.behaviour());
    String nationalId = next.nationalId();
    Professional who = null;
    if (nationalId != null) {
      who =
          psc.professionals()
              .find(nationalId)
              .orElseThrow(
                  () ->
                      new InvalidControlRequestException(
                          "professionnel-inconnu",
                          "Aucun professionnel de cet espace n'a l'identifiant national « "
                              + nationalId
                              + " » : créez-le d'abord ou prenez-en un de la liste."));
    }
    if (behaviour == Behaviour.ACCEPTER && who == null) {
      throw new InvalidControlRequestException(
          "professionnel-absent", "« accepter » demande qui se connecte : donnez nationalId.");
    }
    psc.script().say(new Step(behaviour, who));
    return null;
  }

  private static Behaviour behaviour(String word) {
    return Arrays.stream(Behaviour.values())
        .filter(behaviour -> word(behaviour).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "comportement-inconnu",
                    "Le comportement « "
                        + word
                        + " » n'existe pas. Comportements possibles : "
                        + Arrays.stream(Behaviour.values())
                            .map(PscOperations::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static String word(Behaviour behaviour) {
    return behaviour.name().toLowerCase(Locale.ROOT);
  }

  private @Nullable Void register(ClientRequest request) {
    RelyingParty client = ClientRegistration.read(request, certificateRequired);
    psc.keys().publishFor(client);
    psc.clients().add(client);
    return null;
  }
}
