package fr.socle.psc.proxy.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /connect}; a member is absent when it was not sent as a text. All four
 * are mandatory, psc.md 2.7 (S: PROXY).
 *
 * @param nationalId who logs in
 * @param bindingMessage two digits shown to the user
 * @param clientId client id of the software
 * @param channel {@code CARD} or {@code MOBILE}
 */
public record ConnectRequest(
    @Nullable String nationalId,
    @Nullable String bindingMessage,
    @Nullable String clientId,
    @Nullable String channel) {
  private static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");

  /**
   * A member that is missing or wrong.
   *
   * @param name its name
   * @param expected what is expected there, French
   */
  public record Mistake(String name, String expected) {}

  /** What is missing or wrong. */
  public List<Mistake> mistakes() {
    List<Mistake> mistakes = new ArrayList<>();
    if (nationalId == null || nationalId.isBlank()) {
      mistakes.add(new Mistake("nationalId", "l'identifiant national du professionnel"));
    }
    if (bindingMessage == null || !TWO_DIGITS.matcher(bindingMessage).matches()) {
      mistakes.add(new Mistake("bindingMessage", "deux chiffres, de 00 à 99"));
    }
    if (clientId == null || clientId.isBlank()) {
      mistakes.add(new Mistake("clientId", "le client_id du logiciel"));
    }
    if (!"CARD".equals(channel) && !"MOBILE".equals(channel)) {
      mistakes.add(new Mistake("channel", "CARD ou MOBILE"));
    }
    return mistakes;
  }
}
