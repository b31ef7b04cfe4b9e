package fr.socle.psc.service;

import java.util.Map;
import java.util.Optional;

/** The codes of a space: single use, 60 s, psc.md 1.3 and 1.6 (K). Thread-safe. */
public final class Codes {
  private static final int KEPT = 5_000;

  private final PscSettings settings;
  private final SpaceTime time;
  private final Map<String, AuthorizationCode> byValue = new BoundedMap<>(KEPT);
  private final Map<String, Boolean> spent = new BoundedMap<>(KEPT);

  /** No code yet. */
  public Codes(PscSettings settings, SpaceTime time) {
    this.settings = settings;
    this.time = time;
  }

  /** Keeps a code. */
  public synchronized void add(AuthorizationCode code) {
    byValue.put(code.value(), code);
  }

  /** A code that was given, whatever became of it. */
  synchronized Optional<AuthorizationCode> find(String value) {
    return Optional.ofNullable(byValue.get(value));
  }

  /** Spends a code: from now on it is known as presented. */
  public synchronized PresentedCode present(String value, String clientId) {
    AuthorizationCode code = byValue.get(value);
    if (code == null) {
      return new PresentedCode(PresentedCode.State.UNKNOWN, null);
    }
    if (spent.put(value, true) != null) {
      return new PresentedCode(PresentedCode.State.REUSED, code);
    }
    if (!time.now().isBefore(code.issuedAt().plus(settings.code()))) {
      return new PresentedCode(PresentedCode.State.EXPIRED, code);
    }
    return new PresentedCode(
        code.clientId().equals(clientId)
            ? PresentedCode.State.VALID
            : PresentedCode.State.OTHER_CLIENT,
        code);
  }

  /** Forgets everything. */
  public synchronized void reset() {
    byValue.clear();
    spent.clear();
  }
}
