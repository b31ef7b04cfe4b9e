package exemple;

/** Le logiciel refuse, ou n'y arrive pas ; le message est celui qu'il affiche. */
final class Refus extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refus(String message) {
    super(message);
  }
}
