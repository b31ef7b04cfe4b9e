package fr.socle.bench.space;

import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.exchange.Door.Hall;
import fr.socle.bench.exchange.Judges;
import fr.socle.bench.exchange.OpenWindow;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.MockService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The windows of one space, one at a time. */
final class Windows {
  private final Ground ground;
  private final String spaceId;
  private final Hall hall;
  private final Runnable closed;

  /**
   * The windows of a space.
   *
   * @param closed called each time a window was closed
   */
  Windows(Ground ground, Hall hall, Runnable closed) {
    this.ground = ground;
    this.spaceId = hall.spaceId();
    this.hall = hall;
    this.closed = closed;
  }

  synchronized Window open(String name) {
    Window window =
        new Window(
            "f-" + UUID.randomUUID(),
            spaceId,
            name,
            ground.clock().instant(),
            null,
            ground.journal().cursor());
    if (!hall.attendance().open(new OpenWindow(window))) {
      throw new InvalidControlRequestException(
          "fenetre-deja-ouverte",
          "Une fenêtre est déjà ouverte dans l'espace "
              + spaceId
              + " : fermez-la d'abord, ou prenez un autre espace pour aller en parallèle.");
    }
    ground.ledger().add(window);
    return window;
  }

  synchronized WindowClosure close(String windowId) {
    Optional<OpenWindow> open =
        hall.attendance().current().filter(one -> one.window().id().equals(windowId));
    if (open.isEmpty()) {
      return ground
          .ledger()
          .closure(spaceId, windowId)
          .orElseThrow(
              () ->
                  new UnknownResourceException(
                      "fenetre-inconnue",
                      "La fenêtre "
                          + windowId
                          + " n'existe pas dans l'espace "
                          + spaceId
                          + " : prenez l'identifiant rendu à son ouverture."));
    }
    boolean quiet = hall.attendance().endWhenQuiet(ground.quiet());
    hall.faults().endWindow(windowId);
    hall.stubs().endWindow(windowId);
    closed.run();
    WindowClosure closure = judge(open.get(), quiet);
    ground.ledger().close(closure);
    return closure;
  }

  private WindowClosure judge(OpenWindow open, boolean quiet) {
    Window window = open.window();
    WindowTraffic traffic = open.traffic();
    List<Finding> findings = new ArrayList<>();
    for (MockService service : ground.services()) {
      findings.addAll(
          new Judges(service.checks())
              .judge(
                  traffic,
                  message -> {
                    open.benchError(message);
                    ground
                        .journal()
                        .benchError(spaceId, window.id(), ground.clock().instant(), message);
                  }));
    }
    if (!findings.isEmpty()) {
      ground.journal().append(spaceId, window.id(), findings);
    }
    return new WindowClosure(
        new Window(
            window.id(),
            spaceId,
            window.name(),
            window.openedAt(),
            ground.clock().instant(),
            window.openedAtCursor()),
        quiet,
        traffic.exchanges().size(),
        findings,
        open.benchErrors());
  }
}
