package fr.socle.features.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver says of itself.
 *
 * @param contrat version of the contract, {@value #CONTRACT}
 * @param lps the software it drives
 * @param actions actions it offers
 * @param joue what it plays that the names of actions do not tell, such as {@value #INSI_BY_CARD};
 *     absent is nothing
 */
public record Capabilities(
    String contrat, LpsIdentity lps, List<String> actions, List<String> joue) {

  /** Version of the contract this suite speaks. */
  public static final String CONTRACT = "1";

  /** It calls INSi with the card of the professional when {@code mode} is {@code cpx}. */
  public static final String INSI_BY_CARD = "insi-cpx";

  /** It puts {@code carteRemplacante} in the reader before the call. */
  public static final String REPLACED_CARD = "carte-remplacante";

  /** It gives the user his screen back before the DMP has answered a sending. */
  public static final String DMP_IN_BACKGROUND = "dmp-arriere-plan";

  /** It sends chosen documents to the DMP in one lot when {@code enUnLot} is true. */
  public static final String DMP_LOT = "dmp-lot";

  /** Copies the lists. */
  public Capabilities(
      String contrat, LpsIdentity lps, List<String> actions, @Nullable List<String> joue) {
    this.contrat = contrat;
    this.lps = lps;
    this.actions = List.copyOf(actions);
    this.joue = joue == null ? List.of() : List.copyOf(joue);
  }

  /** Whether it plays something that the names of actions do not tell. */
  public boolean plays(String what) {
    return joue.contains(what);
  }

  /** Whether an action is offered. */
  public boolean offers(String action) {
    return actions.contains(action);
  }

  /**
   * The software under test, as it names itself.
   *
   * @param nom its name
   * @param version its version
   * @param editeur its editor
   */
  public record LpsIdentity(String nom, String version, @Nullable String editeur) {}
}
