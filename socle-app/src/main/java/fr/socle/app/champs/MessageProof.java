package fr.socle.app.champs;

import fr.socle.app.champs.SessionReplay.Played;
import fr.socle.app.champs.SessionScript.Said;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.RequestFaults;
import fr.socle.mss.service.MailFault;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Alters the messages that were sent in recorded sessions. They are said one after the other in one
 * session, and refused once they are read, so that no mailbox is filled with them.
 */
final class MessageProof {
  /** A service that reads a message, and then takes it for a virus. */
  static final RequestFaults REFUSED =
      new RequestFaults() {
        @Override
        public Optional<Map<String, String>> take(String name) {
          return name.equals(MailFault.VIRUS.label()) ? Optional.of(Map.of()) : Optional.empty();
        }

        @Override
        public Optional<Map<String, String>> take(
            String name, Predicate<Map<String, String>> suits) {
          return take(name).filter(suits);
        }
      };

  /** How often one place of a message, and of a document in it, is altered in one way. */
  private static final int TRIES = 3;

  private static final int TRIES_IN_DOCUMENTS = 1;

  private final Tally tally;
  private final MailAlterations alterations;
  private final Set<String> shapes = new LinkedHashSet<>();
  private final Map<String, Integer> tries = new HashMap<>();

  /**
   * A proof over the messages of services.
   *
   * @param tally the services, and what was found
   * @param alterations what is tried on messages
   */
  MessageProof(Tally tally, MailAlterations alterations) {
    this.tally = tally;
    this.alterations = alterations;
  }

  /** Whether this is how {@link #REFUSED} refuses. */
  static boolean isExpected(Refusal refusal) {
    return refusal.code().equals("virus");
  }

  /** Proves the messages of a session that went again as it went. */
  void prove(SessionScript script, List<Played> played) {
    for (int i = 0; i < played.size(); i++) {
      int at = played.get(i).message();
      if (at >= 0) {
        SubmittedText text = SubmittedText.of(script.said().get(i).bytes(), at);
        if (shapes.add(MailAlterations.shape(text.message()))) {
          tally.exchange();
          alter(script, i, text);
        }
      }
    }
  }

  private void alter(SessionScript script, int index, SubmittedText text) {
    try (Opened opened = new Opened(script, index)) {
      Set<String> before = opened.rules(text.bytes());
      String mailboxes = MailAlterations.mailboxes(text.message());
      for (MailAlterations.Altered altered : alterations.of(text.message())) {
        String label = "message : " + altered.label();
        // What goes to a patient obeys other rules.
        String place = altered.isOfDocument() ? label : mailboxes + label;
        int most = altered.isOfDocument() ? TRIES_IN_DOCUMENTS : TRIES;
        if (tries.merge(place, 1, Integer::sum) <= most) {
          fire(opened, text.saying(altered.message().get()), before, label);
        }
      }
      for (SubmittedText.Altered altered : text.envelopes()) {
        fire(opened, altered.bytes(), before, "enveloppe : " + altered.label());
      }
    }
  }

  private void fire(Opened opened, byte[] bytes, Set<String> before, String label) {
    tally.tries();
    try {
      tally.fire(opened.rules(bytes), before, label);
    } catch (RuntimeException e) {
      tally.fails(label, e);
      opened.close();
    }
  }

  /** A session opened as far as what comes before a message, and opened again when it ended. */
  private final class Opened implements AutoCloseable {
    private final SessionScript script;
    private final int index;
    private @Nullable SessionReplay replay;

    private Opened(SessionScript script, int index) {
      this.script = script;
      this.index = index;
    }

    /** The rules that fire on what is said in the place of the message. */
    private Set<String> rules(byte[] bytes) {
      Said said = script.said().get(index);
      return tally.rules(said.exchange(), play(bytes));
    }

    private Played play(byte[] bytes) {
      SessionReplay current = replay;
      if (current == null) {
        current = new SessionReplay(tally.door(script.first()), script.tls());
        replay = current;
        for (Said before : script.said().subList(0, index)) {
          current.play(before.bytes(), before.hurried(), REFUSED);
        }
      }
      Played played = current.play(bytes, false, REFUSED);
      if (current.isOver() || played.told() == null) {
        close();
      }
      return played;
    }

    @Override
    public void close() {
      SessionReplay current = replay;
      replay = null;
      if (current != null) {
        current.close();
      }
    }
  }
}
