package fr.socle.bench.check;

/**
 * A decoded message that holds more than the judgement of a window needs, such as whole documents:
 * its exchange is judged on all of it, its window keeps what is condensed.
 */
public interface Condensable {
  /** What the checks of windows are given; of the same type. Called once, on any thread. */
  Object condensed();
}
