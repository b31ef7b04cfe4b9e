package fr.socle.psc.proxy.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.proxy.protocol.ConnectMessage;
import fr.socle.psc.proxy.protocol.DisconnectMessage;
import fr.socle.psc.proxy.protocol.ProxyTransactions;
import fr.socle.psc.proxy.protocol.SendMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an editor's proxy does over a window, seen through the relay and at the services. */
final class RelayedSequences {
  private RelayedSequences() {}

  static List<SequenceCheck> all() {
    return List.of(new Replay(), new OneSessionAPair(), new LogoutOnce(), new SecondDisconnect());
  }

  /** A {@code /connect} with the cookie of a living session is answered 304, without any call. */
  private static final class Replay implements SequenceCheck {
    private static final Rule RULE =
        RelayedChecks.rule(
            "PRX-01",
            "PSC-PX-01",
            "Un /connect rejoué reçoit 304, sans appel à Pro Santé Connect.");

    @Override
    public Rule rule() {
      return RULE;
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      Living living = new Living();
      long before = 0;
      for (Observed<?> each : traffic.exchanges()) {
        if (each.message() instanceof ConnectMessage message
            && message.relayed()
            && living.has(message.cookie())) {
          long from = before;
          long to = each.exchange().sequence();
          boolean called =
              traffic.exchanges().stream()
                  .map(Observed::exchange)
                  .anyMatch(
                      one ->
                          Transactions.CIBA.equals(one.transaction())
                              && one.sequence() > from
                              && one.sequence() < to);
          if (message.status() != 304 || !message.emptyBody() || called) {
            findings.add(
                to,
                "réponse de /connect",
                "304, sans corps et sans appel à Pro Santé Connect",
                message.status()
                    + (message.emptyBody() ? "" : ", avec un corps")
                    + (called ? ", après un appel à Pro Santé Connect" : ""),
                "Quand le cookie est celui d'une session vivante, répondez 304 sans rien faire"
                    + " d'autre.");
          }
        }
        living.follow(each);
        if (ofTheProxy(each)) {
          before = each.exchange().sequence();
        }
      }
    }
  }

  /** One session, so one identifier, a user and software. */
  private static final class OneSessionAPair implements SequenceCheck {
    private static final Rule RULE =
        RelayedChecks.rule(
            "PRX-02",
            "PSC-PX-02",
            "Chaque session est d'un seul utilisateur et d'un seul logiciel.");

    @Override
    public Rule rule() {
      return RULE;
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      Map<String, String> owners = new HashMap<>();
      for (Observed<ConnectMessage> each :
          traffic.of(ProxyTransactions.CONNECT, ConnectMessage.class)) {
        ConnectMessage message = each.message();
        if (message == null || !message.relayed() || message.status() != 200) {
          continue;
        }
        String id = message.sessionId();
        if (id == null) {
          findings.add(
              each.exchange().sequence(),
              "/proxy_session_id",
              "l'identifiant de la session",
              "absent",
              "Rendez proxy_session_id dans le corps et dans le cookie.");
          continue;
        }
        String owner = message.request().nationalId() + ", " + message.request().clientId();
        String other = owners.putIfAbsent(id, owner);
        if (other != null) {
          findings.add(
              each.exchange().sequence(),
              "/proxy_session_id",
              "un identifiant qui n'a pas encore servi",
              "celui d'une autre connexion (" + other + ")",
              "Donnez un nouvel identifiant de session à chaque connexion.");
        }
      }
    }
  }

  /** Ending a session calls the logout of Pro Santé Connect, once. */
  private static final class LogoutOnce implements SequenceCheck {
    private static final Rule RULE =
        RelayedChecks.rule(
            "PRX-06",
            "PSC-PX-06",
            "/disconnect appelle une fois la déconnexion de Pro Santé Connect.");

    @Override
    public Rule rule() {
      return RULE;
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      List<Observed<DisconnectMessage>> ends =
          traffic.of(ProxyTransactions.DISCONNECT, DisconnectMessage.class).stream()
              .filter(one -> ended(one.message()))
              .toList();
      Set<String> over = new HashSet<>();
      for (int i = 0; i < ends.size(); i++) {
        // A session that was ended already has nothing left to log out: PRX-07 speaks of it
        boolean first = over.add(cookie(ends.get(i).message()));
        long from = i == 0 ? 0 : ends.get(i - 1).exchange().sequence();
        long to = ends.get(i).exchange().sequence();
        long next = i + 1 < ends.size() ? lastBefore(traffic, ends.get(i + 1)) : Long.MAX_VALUE;
        long calls =
            traffic.exchanges().stream()
                .map(Observed::exchange)
                .filter(one -> Transactions.LOGOUT.equals(one.transaction()))
                .filter(one -> one.sequence() > from && one.sequence() <= next)
                .count();
        if (calls > 1 || (first && calls == 0)) {
          findings.add(
              to,
              "déconnexion de Pro Santé Connect",
              "un appel",
              calls == 0 ? "aucun" : calls + " appels",
              "À /disconnect, appelez une fois la déconnexion de Pro Santé Connect avec"
                  + " id_token_hint.");
        }
      }
    }

    private static boolean ended(@Nullable DisconnectMessage message) {
      return message != null && message.relayed() && message.status() == 200;
    }

    private static String cookie(@Nullable DisconnectMessage message) {
      return message == null ? "" : String.valueOf(message.cookie());
    }

    /** Last exchange of the proxy before the next end: what comes after belongs to that one. */
    private static long lastBefore(WindowTraffic traffic, Observed<?> next) {
      return traffic.exchanges().stream()
          .filter(RelayedSequences::ofTheProxy)
          .map(one -> one.exchange().sequence())
          .filter(sequence -> sequence < next.exchange().sequence())
          .reduce(0L, Math::max);
    }
  }

  /** A session that was ended is not there any more. */
  private static final class SecondDisconnect implements SequenceCheck {
    private static final Rule RULE =
        RelayedChecks.rule("PRX-07", "PSC-PX-07", "Un second /disconnect reçoit 401.");

    @Override
    public Rule rule() {
      return RULE;
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      Set<String> ended = new HashSet<>();
      for (Observed<DisconnectMessage> each :
          traffic.of(ProxyTransactions.DISCONNECT, DisconnectMessage.class)) {
        DisconnectMessage message = each.message();
        String cookie = message == null ? null : message.cookie();
        if (message == null || !message.relayed() || cookie == null) {
          continue;
        }
        if (ended.contains(cookie) && message.status() != 401) {
          findings.add(
              each.exchange().sequence(),
              "statut de /disconnect",
              "401",
              Integer.toString(message.status()),
              "Répondez 401 quand la session du cookie n'existe plus.");
        }
        if (message.status() == 200) {
          ended.add(cookie);
        }
      }
    }
  }

  /** The sessions that an editor's proxy opened and has not closed, as far as was seen. */
  private static final class Living {
    private final Set<String> ids = new HashSet<>();

    boolean has(@Nullable String cookie) {
      return cookie != null && ids.contains(cookie);
    }

    void follow(Observed<?> each) {
      if (each.message() instanceof ConnectMessage message
          && message.status() == 200
          && message.sessionId() != null) {
        ids.add(message.sessionId());
      } else if (each.message() instanceof DisconnectMessage message && message.cookie() != null) {
        ids.remove(message.cookie());
      } else if (each.message() instanceof SendMessage message
          && message.cookie() != null
          && message.status() == 401) {
        ids.remove(message.cookie());
      }
    }
  }

  private static boolean ofTheProxy(Observed<?> each) {
    String transaction = each.exchange().transaction();
    return transaction != null && transaction.startsWith("Proxy ");
  }
}
