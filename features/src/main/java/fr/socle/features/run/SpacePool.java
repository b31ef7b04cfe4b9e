package fr.socle.features.run;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The places of a run: a scenario takes one and gives it back. Thread-safe. */
final class SpacePool {
  private final List<Place> all;
  private final BlockingQueue<Place> free;

  SpacePool(List<Place> places) {
    this.all = List.copyOf(places);
    this.free = new LinkedBlockingQueue<>(places);
  }

  /** Waits for a free place. */
  Place take() {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScenarioStopped("Le jeu des scénarios a été interrompu.");
    }
  }

  void giveBack(Place place) {
    free.add(place);
  }

  /** Every place, free or not. */
  List<Place> all() {
    return all;
  }
}
