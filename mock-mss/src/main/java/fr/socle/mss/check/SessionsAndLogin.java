package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.SequenceCheck.SequenceFindings;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.MailCommand;
import fr.socle.mss.protocol.mail.MailExchange;
import fr.socle.mss.protocol.mail.SessionFacts;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.protocol.sasl.TokenSession;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sessions of a mailbox have to do with that of Pro Santé Connect: mssante.md 1.4. The
 * journal alone tells both; a token names its session ({@code sid}).
 */
final class SessionsAndLogin {
  private static final String LOGOUT = "PSC logout";
  private static final String TOKEN = "PSC token";
  private static final String OVER = "session-terminee";

  /** Logins: a new session of Pro Santé Connect may come of them. */
  private static final Set<String> GRANTS =
      Set.of("authorization_code", "urn:openid:params:grant-type:ciba");

  /** What is under way when the user logs out may still end. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(2);

  /** A login later than this has other reasons. */
  private static final Duration SOON = Duration.ofSeconds(60);

  /** What uses a mailbox: leaving, waiting and closing do not. */
  private static final Set<String> USES =
      Set.of(
          "MAIL", "SELECT", "EXAMINE", "STATUS", "LIST", "FETCH", "SEARCH", "UID", "STORE", "COPY",
          "MOVE", "APPEND");

  private SessionsAndLogin() {}

  static List<SequenceCheck> all() {
    return List.of(
        new Judge(
            rule(
                "MSS-SE-14",
                "MSS/CONF.10",
                RuleSource.TEXTE,
                "1.4 (S: REG, ECO.1.2.6)",
                "La déconnexion de Pro Santé Connect ferme les sessions IMAP et SMTP."),
            SessionsAndLogin::kept),
        new Judge(
            rule(
                "MSS-SE-15",
                "MSS/CONF.11",
                RuleSource.CONNU,
                "1.4 (K)",
                "Une session que l'opérateur a fermée se rouvre sans nouvelle connexion."),
            SessionsAndLogin::loggedInAgain));
  }

  @FunctionalInterface
  private interface OnTraffic {
    void judge(List<Observed<?>> exchanges, SequenceFindings findings);
  }

  private record Judge(Rule rule, OnTraffic judge) implements SequenceCheck {
    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      judge.judge(traffic.exchanges(), findings);
    }
  }

  private static Instant end(Exchange exchange) {
    return exchange.startedAt().plus(exchange.durationMicros(), ChronoUnit.MICROS);
  }

  /** The session a logout ended; empty for what is none, or asks the user first. */
  private static String loggedOut(Exchange exchange) {
    Integer status = exchange.status();
    boolean returned = status != null && status >= 300 && status < 400;
    return LOGOUT.equals(exchange.transaction()) && exchange.refusal() == null && returned
        ? exchange.decoded().path("session").asText("")
        : "";
  }

  private static boolean opens(MailCommand command) {
    return command.isAuthentication()
        && command.refusal().isEmpty()
        && !command.attempt().aim().session().id().isEmpty();
  }

  /** The session a token was given in; that of no token for another exchange. */
  private static TokenSession given(Exchange exchange) {
    return TOKEN.equals(exchange.transaction()) && exchange.refusal() == null
        ? TokenSession.in(exchange.decoded().at("/access_token/claims"))
        : TokenSession.NONE;
  }

  /**
   * Who is logged in. A server that workstations share may hold one session of a mailbox for all
   * the logins of a professional: it is to close when the last of them ended, and it only hears of
   * those that it ends itself.
   */
  private static final class Logins {
    private final Map<String, String> open = new HashMap<>();
    private final Map<String, String> endedBy = new HashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, Instant> over = new HashMap<>();

    void began(TokenSession login) {
      if (!login.id().isEmpty() && !endedBy.containsKey(login.id())) {
        open.put(login.id(), login.holder());
        holders.put(login.id(), login.holder());
      }
    }

    void follow(Exchange exchange) {
      began(given(exchange));
      String ended = loggedOut(exchange);
      if (ended.isEmpty() || endedBy.containsKey(ended)) {
        return;
      }
      endedBy.put(ended, exchange.decoded().path("client").asText(""));
      open.remove(ended);
      String holder = holders.getOrDefault(ended, "");
      if (holder.isEmpty()) {
        over.put(ended, end(exchange));
      } else if (!open.containsValue(holder)) {
        endedBy.keySet().stream()
            .filter(each -> holder.equals(holders.get(each)))
            .forEach(each -> over.putIfAbsent(each, end(exchange)));
      }
    }

    /** When what was opened with a token had to close; null as long as it had not. */
    @Nullable Instant endOf(TokenSession login) {
      return login.client().equals(endedBy.get(login.id())) ? over.get(login.id()) : null;
    }
  }

  private static void kept(List<Observed<?>> all, SequenceFindings findings) {
    Logins logins = new Logins();
    Map<String, TokenSession> opened = new HashMap<>();
    for (Observed<?> each : all) {
      logins.follow(each.exchange());
      if (each.message() instanceof MailCommand command && opens(command)) {
        TokenSession login = command.attempt().aim().session();
        logins.began(login);
        opened.put(command.session().id(), login);
      }
      if (each.message() instanceof MailExchange message && isUse(message)) {
        String session = session(message).id();
        Instant since = logins.endOf(opened.getOrDefault(session, TokenSession.NONE));
        if (since != null && each.exchange().startedAt().isAfter(since.plus(UNDER_WAY))) {
          opened.remove(session);
          findings.add(
              each.exchange().sequence(),
              "session",
              "une session fermée, la connexion à Pro Santé Connect l'étant",
              "la session sert encore",
              "Fermez les sessions IMAP et SMTP dès que le professionnel se déconnecte de Pro Santé"
                  + " Connect.");
        }
      }
    }
  }

  private static SessionFacts session(MailExchange message) {
    return message instanceof MailCommand command
        ? command.session()
        : ((SubmittedMail) message).session();
  }

  private static boolean isUse(MailExchange message) {
    return message instanceof SubmittedMail
        || (message instanceof MailCommand command
            && command.refusal().isEmpty()
            && USES.contains(command.verb()));
  }

  /**
   * A session that was ended on purpose, its token being good.
   *
   * @param at when
   * @param login session of Pro Santé Connect it was opened in
   * @param again another one that its holder began since; empty as long as he did not
   */
  private record Cut(Instant at, String login, String again) {}

  private static void loggedInAgain(List<Observed<?>> all, SequenceFindings findings) {
    Map<String, String> logins = new HashMap<>();
    Map<String, Cut> cuts = new HashMap<>();
    for (Observed<?> each : all) {
      Exchange exchange = each.exchange();
      String ended = loggedOut(exchange);
      cuts.values().removeIf(cut -> cut.login().equals(ended));
      if (TOKEN.equals(exchange.transaction())) {
        tokens(exchange, cuts);
      } else if (each.message() instanceof MailCommand command) {
        String address = command.session().address();
        if (command.refusal().equals(OVER) && !exchange.faults().isEmpty()) {
          cuts.put(
              address, new Cut(end(exchange), logins.getOrDefault(command.session().id(), ""), ""));
        } else if (opens(command)) {
          String login = command.attempt().aim().session().id();
          logins.put(command.session().id(), login);
          Cut cut = cuts.remove(address);
          if (cut != null && !cut.login().isEmpty() && cut.again().equals(login)) {
            findings.add(
                exchange.sequence(),
                "session",
                "la session rouverte avec la connexion d'avant",
                "une nouvelle connexion du professionnel à Pro Santé Connect",
                "Rouvrez de vous-même, avec un jeton frais, une session que l'opérateur a fermée"
                    + " tant que Pro Santé Connect est valide.");
          }
        }
      }
    }
  }

  /** A refused token may be the end of the session; a login may be meant to open the mailbox. */
  private static void tokens(Exchange exchange, Map<String, Cut> cuts) {
    if (exchange.refusal() != null) {
      cuts.clear();
      return;
    }
    String grant = exchange.decoded().at("/parametres/grant_type").asText("");
    String login = exchange.decoded().at("/access_token/claims/sid").asText("");
    if (GRANTS.contains(grant) && !login.isEmpty()) {
      cuts.replaceAll(
          (address, cut) ->
              cut.login().equals(login) || exchange.startedAt().isAfter(cut.at().plus(SOON))
                  ? cut
                  : new Cut(cut.at(), cut.login(), login));
    }
  }
}
