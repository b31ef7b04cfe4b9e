package fr.socle.bench.exchange;

import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window while it is open: its exchanges with their decoded messages, which are kept nowhere
 * else. Safe for use by several threads.
 */
public final class OpenWindow {
  private final Window window;
  private final List<Observed<?>> observed = new ArrayList<>();
  private final List<String> benchErrors = new ArrayList<>();

  /** An empty window. */
  public OpenWindow(Window window) {
    this.window = window;
  }

  /** The window as the control API shows it. */
  public Window window() {
    return window;
  }

  synchronized void add(Exchange exchange, @Nullable Object message) {
    observed.add(new Observed<>(exchange, message));
  }

  /** Notes that something failed in the bench itself. */
  public synchronized void benchError(String message) {
    benchErrors.add(message);
  }

  /** What failed in the bench itself. */
  public synchronized List<String> benchErrors() {
    return List.copyOf(benchErrors);
  }

  /** The exchanges so far, in the order of the journal. */
  public synchronized WindowTraffic traffic() {
    List<Observed<?>> ordered = new ArrayList<>(observed);
    ordered.sort(Comparator.comparingLong(one -> one.exchange().sequence()));
    return new WindowTraffic(ordered);
  }
}
