package fr.socle.psc.service;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The login pages that are open, by their ticket. Thread-safe. */
final class LoginPages {
  private static final int KEPT = 1_000;

  private final PscSettings settings;
  private final SpaceTime time;
  private final Unguessable unguessable;
  private final Map<String, OpenPage> pages = new BoundedMap<>(KEPT);

  LoginPages(PscSettings settings, SpaceTime time, Unguessable unguessable) {
    this.settings = settings;
    this.time = time;
    this.unguessable = unguessable;
  }

  /** A page and when it was opened. */
  record OpenPage(AuthorizationRequest request, Instant openedAt) {}

  /** Opens a page and gives its ticket. */
  String open(AuthorizationRequest request) {
    String ticket = unguessable.secret();
    synchronized (pages) {
      pages.put(ticket, new OpenPage(request, time.now()));
    }
    return ticket;
  }

  @Nullable OpenPage find(String ticket) {
    synchronized (pages) {
      return pages.get(ticket);
    }
  }

  /** Whether a page was left open too long. */
  boolean tooLate(OpenPage page) {
    return !time.now().isBefore(page.openedAt().plus(settings.loginPage()));
  }

  /** A page serves once, also when its form is sent twice at the same time. */
  boolean claim(String ticket) {
    synchronized (pages) {
      return pages.remove(ticket) != null;
    }
  }

  void reset() {
    synchronized (pages) {
      pages.clear();
    }
  }
}
