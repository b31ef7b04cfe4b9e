package fr.socle.lps.mss.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A message that was sent, and what is known of it since. Thread-safe. */
public final class Sent {

  private final Letter letter;
  private final byte[] bytes;
  private final Instant at;
  private final Map<String, Fate> fates = new LinkedHashMap<>();

  /** What became of a message for a recipient. */
  public enum State {
    ENVOYE,
    EN_ATTENTE,
    /** The operator has it, and still tries: nothing is to be sent again. */
    RETARDE,
    REFUSE,
    RECU,
    LU,
    TRAITE,
    REJETE;

    /** The word of the driver contract. */
    public String wire() {
      return this == RETARDE
          ? EN_ATTENTE.wire()
          : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What became of it, and why. */
  public record Fate(State state, String why) {}

  public Sent(Letter letter, byte[] bytes, Instant at) {
    this.letter = letter;
    this.bytes = bytes.clone();
    this.at = at;
  }

  public Letter letter() {
    return letter;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public Instant at() {
    return at;
  }

  public synchronized void now(String recipient, State state, String why) {
    String known =
        fates.keySet().stream().filter(recipient::equalsIgnoreCase).findFirst().orElse(recipient);
    fates.put(known, new Fate(state, why));
  }

  public synchronized Map<String, Fate> fates() {
    return new LinkedHashMap<>(fates);
  }

  /** Those whom the message is still to be sent to. */
  public synchronized List<String> waiting() {
    return fates.entrySet().stream()
        .filter(each -> each.getValue().state() == State.EN_ATTENTE)
        .map(Map.Entry::getKey)
        .toList();
  }
}
