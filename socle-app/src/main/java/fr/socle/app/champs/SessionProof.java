package fr.socle.app.champs;

import fr.socle.app.champs.SessionReplay.Played;
import fr.socle.bench.check.Condensable;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.session.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Alters the recorded sessions of the mail, and has the messages sent in them altered. A session is
 * said again from its first word. Sessions that say the same things in the same order are altered
 * once, and one place is altered in one way in a few of them only.
 */
final class SessionProof {
  /** How often one place of a session is altered in one way. */
  private static final int TRIES = 2;

  private final Tally tally;
  private final SessionAlterations alterations;
  private final MessageProof messages;
  private final Set<String> shapes = new LinkedHashSet<>();
  private final Map<String, Integer> tries = new HashMap<>();

  /**
   * A proof over services of sessions.
   *
   * @param tally the services, and what was found
   * @param alterations what is tried on sessions
   */
  SessionProof(Tally tally, SessionAlterations alterations) {
    this.tally = tally;
    this.alterations = alterations;
    this.messages = new MessageProof(tally, new MailAlterations());
  }

  /** Proves the correct sessions of one window. */
  void prove(List<SessionScript> window) {
    for (SessionScript script : window) {
      script.said().forEach(said -> tally.untouched(said.exchange()));
      if (tally.isInPlay(script.first())) {
        prove(script);
      }
    }
  }

  private void prove(SessionScript script) {
    List<Played> played = replay(script);
    String reason = whyNot(script, played);
    if (!reason.isEmpty()) {
      tally.skips(reason);
      return;
    }
    if (shapes.add(script.shape())) {
      tally.exchange();
      alter(script, played);
    }
    messages.prove(script, played);
  }

  private List<Played> replay(SessionScript script) {
    return SessionReplay.all(tally.door(script.first()), script, MessageProof.REFUSED);
  }

  /** Why a session did not go again as it went, French; empty when it did. */
  private static String whyNot(SessionScript script, List<Played> played) {
    for (int i = 0; i < script.said().size(); i++) {
      Told told = i < played.size() ? played.get(i).told() : null;
      String name = script.said().get(i).exchange().transaction() + " ";
      if (told == null) {
        return name + "sans réponse";
      }
      if (told.refusal() != null && !MessageProof.isExpected(told.refusal())) {
        return name + "refusé : " + told.refusal().code();
      }
    }
    return "";
  }

  private void alter(SessionScript script, List<Played> played) {
    Set<String> before = rules(script, played);
    for (SessionAlterations.Altered altered : alterations.of(script)) {
      String label = "session " + script.first().listener() + " : " + altered.label();
      if (tries.merge(label, 1, Integer::sum) <= TRIES) {
        tally.tries();
        try {
          tally.fire(rules(altered.script(), replay(altered.script())), before, label);
        } catch (RuntimeException e) {
          tally.fails(label, e);
        }
      }
    }
  }

  /**
   * What fires on a session: on each command, and on all of them together. Its messages are judged
   * by themselves.
   */
  private Set<String> rules(SessionScript script, List<Played> played) {
    Set<String> rules = new TreeSet<>();
    List<Observed<?>> traffic = new ArrayList<>();
    for (int i = 0; i < played.size(); i++) {
      Exchange exchange = script.said().get(i).exchange();
      Told told = played.get(i).told();
      if (told == null) {
        continue;
      }
      if (told.message() instanceof Condensable large) {
        traffic.add(new Observed<>(exchange, large.condensed()));
      } else {
        rules.addAll(tally.rules(exchange, played.get(i)));
        traffic.add(new Observed<>(exchange, told.message()));
      }
    }
    rules.addAll(tally.sequenceRules(traffic));
    return rules;
  }
}
