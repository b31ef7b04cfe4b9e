package fr.socle.lps.dmp.record;

import fr.socle.lps.dmp.client.Existence;
import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.dmp.vihf.Purpose;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the software knows of the DMP of one patient. Thread-safe. */
public final class PatientDmp {

  private Choices choices = Choices.NONE;
  private boolean dead;
  private Existence existence = Existence.UNKNOWN;
  private @Nullable Mode testedIn;
  private Purpose purpose = Purpose.NORMAL;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Held> held = new HashMap<>();
  private final Map<String, FoundEntry> listed = new HashMap<>();
  private final Map<String, String> newer = new HashMap<>();

  public synchronized Choices choices() {
    return choices;
  }

  public synchronized void choose(Choices other) {
    choices = other;
  }

  /** Whether the patient is dead: nothing is sent of him by rule any more. */
  public synchronized boolean dead() {
    return dead;
  }

  public synchronized void died() {
    dead = true;
  }

  public synchronized Existence existence() {
    return existence;
  }

  /** Whether somebody asked in that mode whether there is a DMP, and got an answer. */
  public synchronized boolean testedIn(Mode mode) {
    return testedIn == mode && existence.state() != Existence.State.INCONNUE;
  }

  /** Whether it is known, in whatever mode. */
  public synchronized boolean known() {
    return existence.state() != Existence.State.INCONNUE;
  }

  public synchronized void tested(Existence found, Mode mode) {
    existence = found;
    testedIn = mode;
  }

  /** Why it is consulted. */
  public synchronized Purpose purpose() {
    return purpose;
  }

  public synchronized void purpose(Purpose other) {
    purpose = other;
  }

  /** Notes what was seen of a list; gives what had never been seen. */
  public synchronized List<FoundEntry> seenNow(List<FoundEntry> entries) {
    return entries.stream().filter(entry -> seen.add(entry.uniqueId())).toList();
  }

  /** Keeps the entries of a list, for what the user does with them. */
  public synchronized void listed(List<FoundEntry> entries) {
    entries.forEach(entry -> listed.put(entry.uniqueId(), entry));
  }

  public synchronized Optional<FoundEntry> listed(String uniqueId) {
    return Optional.ofNullable(listed.get(uniqueId));
  }

  /** Forgets the entries: something changed at the DMP. */
  public synchronized void changed() {
    listed.clear();
  }

  public synchronized void hold(Held document) {
    held.put(document.uniqueId(), document);
  }

  /** A document that is here, unless it was only loaded beforehand and too long ago. */
  public synchronized Optional<Held> held(String uniqueId, Instant now) {
    return Optional.ofNullable(held.get(uniqueId))
        .filter(document -> document.imported() || now.isBefore(document.until()));
  }

  public synchronized List<Held> imported() {
    return held.values().stream().filter(Held::imported).toList();
  }

  public synchronized void newer(String uniqueId, String replacement) {
    newer.put(uniqueId, replacement);
  }

  /** The version that took the place of a document, as far as is known. */
  public synchronized Optional<String> newer(String uniqueId) {
    return Optional.ofNullable(newer.get(uniqueId));
  }
}
