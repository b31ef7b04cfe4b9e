package fr.socle.psc.check.ciba;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.service.PresentedAuthReqId;
import fr.socle.psc.service.PresentedAuthReqId.Pace;
import fr.socle.psc.service.PresentedAuthReqId.State;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is demanded of the requests by which a client asks for the result of a CIBA request. */
final class PollChecks {
  private static final List<String> STANDARD = List.of("EXI-PSC-15");
  private static final List<String> PACE = List.of("PSC-RP-17");
  private static final Duration SLOW_DOWN = Duration.ofSeconds(5); // CIBA Core 11

  private PollChecks() {}

  static List<Check<TokenMessage>> all() {
    return List.of(sent(), interval(), slowDown(), whole(), own(), notAfterExpiry());
  }

  private static Check<TokenMessage> sent() {
    return Check.of(
        new Rule(
            "PSC-CIB-12",
            RuleSource.NORME,
            "OpenID Connect CIBA Core 10.1",
            STANDARD,
            "Une interrogation CIBA porte l'auth_req_id de la demande."),
        (exchange, findings) -> {
          if (state(exchange.message()) == State.ABSENT) {
            findings.add(
                "auth_req_id",
                "l'auth_req_id de la demande",
                "absent",
                "Envoyez dans le corps l'auth_req_id que la demande a reçu.");
          }
        });
  }

  private static Check<TokenMessage> interval() {
    return Check.of(
        new Rule(
            "PSC-CIB-13",
            RuleSource.NORME,
            "OpenID Connect CIBA Core 7.3, 10.1",
            PACE,
            "Deux interrogations CIBA sont séparées au moins par l'intervalle annoncé."),
        (exchange, findings) -> {
          Pace pace = pace(exchange.message());
          if (pace != null && pace.shorterThan(pace.interval())) {
            findings.add(
                "interval",
                seconds(pace.interval()) + " au moins depuis l'interrogation précédente",
                seconds(pace.waited()),
                "Attendez interval secondes (5 s'il n'est pas annoncé) entre deux"
                    + " interrogations.");
          }
        });
  }

  private static Check<TokenMessage> slowDown() {
    return Check.of(
        new Rule(
            "PSC-CIB-14",
            RuleSource.NORME,
            "OpenID Connect CIBA Core 11",
            PACE,
            "Après slow_down, l'intervalle augmente de cinq secondes."),
        (exchange, findings) -> {
          Pace pace = pace(exchange.message());
          if (pace == null || pace.slowDowns() == 0) {
            return;
          }
          Duration due = pace.interval().plus(SLOW_DOWN.multipliedBy(pace.slowDowns()));
          if (!pace.shorterThan(pace.interval()) && pace.shorterThan(due)) {
            findings.add(
                "interval",
                seconds(due)
                    + " au moins, slow_down ayant été répondu "
                    + pace.slowDowns()
                    + " fois",
                seconds(pace.waited()),
                "À chaque slow_down, ajoutez cinq secondes à l'intervalle, et gardez-les jusqu'à la"
                    + " fin de la demande.");
          }
        });
  }

  private static Check<TokenMessage> whole() {
    return Check.of(
        new Rule(
            "PSC-CIB-15",
            RuleSource.NORME,
            "OpenID Connect CIBA Core 7.3, 10.1",
            STANDARD,
            "L'auth_req_id présenté est celui qui a été remis, entier."),
        (exchange, findings) -> {
          PresentedAuthReqId presented = exchange.message().outcome().authReqId();
          if (presented != null && presented.state() == State.UNKNOWN) {
            int length = exchange.message().form().first("auth_req_id").orElse("").length();
            findings.add(
                "auth_req_id",
                "l'auth_req_id reçu, entier",
                presented.truncated()
                    ? "ses " + length + " premiers caractères"
                    : "un texte de " + length + " caractères qui n'a pas été remis",
                "Gardez l'auth_req_id tel qu'il est reçu, sans limite de longueur : il dépasse"
                    + " souvent 1 000 caractères.");
          }
        });
  }

  private static Check<TokenMessage> own() {
    return Check.of(
        new Rule(
            "PSC-CIB-16",
            RuleSource.NORME,
            "OpenID Connect CIBA Core 10.1",
            STANDARD,
            "Un client n'interroge que ses propres demandes CIBA."),
        (exchange, findings) -> {
          if (state(exchange.message()) == State.OTHER_CLIENT) {
            findings.add(
                "auth_req_id",
                "un auth_req_id remis à ce client",
                "un auth_req_id remis à un autre client",
                "Interrogez le point token avec le client de la demande.");
          }
        });
  }

  private static Check<TokenMessage> notAfterExpiry() {
    return Check.of(
        new Rule(
            "PSC-CIB-17",
            RuleSource.CONNU,
            "psc.md 2.2 (K)",
            PACE,
            "Les interrogations CIBA cessent à l'expiration annoncée."),
        (exchange, findings) -> {
          Pace pace = pace(exchange.message());
          if (pace == null) {
            return;
          }
          Duration leave = pace.interval().plus(SLOW_DOWN.multipliedBy(pace.slowDowns()));
          // One poll may be under way when the request expires
          if (pace.afterExpiry().compareTo(leave.plus(Pace.grace(leave))) > 0) {
            findings.add(
                "expires_in",
                "aucune interrogation après l'expiration",
                seconds(pace.afterExpiry()) + " après l'expiration",
                "Cessez d'interroger quand expires_in est écoulé, et dites au professionnel que le"
                    + " délai est passé.");
          }
        });
  }

  private static @Nullable State state(TokenMessage message) {
    PresentedAuthReqId presented = message.outcome().authReqId();
    return presented == null ? null : presented.state();
  }

  private static @Nullable Pace pace(TokenMessage message) {
    PresentedAuthReqId presented = message.outcome().authReqId();
    return presented == null ? null : presented.pace();
  }

  private static String seconds(@Nullable Duration duration) {
    return String.format(
        Locale.FRENCH, "%.1f s", duration == null ? 0 : duration.toMillis() / 1000.0);
  }
}
