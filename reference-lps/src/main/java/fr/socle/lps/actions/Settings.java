package fr.socle.lps.actions;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.lps.insi.Billing;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.psc.LoginSettings;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings a driver may give with {@code configurer}.
 *
 * @param pscClient {@code clientPsc}: client id to log in with, null for the first of the
 *     descriptor
 * @param personDelay {@code delaiConnexion}: seconds a person has on the login page, null by
 *     default
 * @param idleDelay {@code delaiInactivite}: seconds without activity before the user is logged out
 *     (SSI/IE.39), 30 min by default
 * @param billing {@code identifiantFacturation}, {@code secteurActivite}, {@code codeSpecialite}:
 *     how the professional is known of the health insurance (insi.md 2.3 (S:6))
 * @param directoryKey {@code cleAnnuaire}: key of the Annuaire Santé
 */
record Settings(
    @Nullable String pscClient,
    @Nullable Duration personDelay,
    Duration idleDelay,
    Billing billing,
    String directoryKey) {

  private static final Duration IDLE_BY_DEFAULT = Duration.ofMinutes(30);
  private static final String KEY_BY_DEFAULT = "cle-annuaire-d-essai";

  static Settings none() {
    return new Settings(null, null, IDLE_BY_DEFAULT, Billing.byDefault(), KEY_BY_DEFAULT);
  }

  static Settings of(JsonNode map) {
    String pscClient = null;
    Duration personDelay = null;
    Duration idleDelay = IDLE_BY_DEFAULT;
    Billing billing = Billing.byDefault();
    String directoryKey = KEY_BY_DEFAULT;
    for (Map.Entry<String, JsonNode> setting : map.properties()) {
      String value = setting.getValue().textValue();
      if (value == null) {
        throw new InputRefused("Le réglage « " + setting.getKey() + " » doit être un texte.");
      }
      switch (setting.getKey()) {
        case "clientPsc" -> pscClient = value;
        case "delaiConnexion" -> personDelay = seconds(setting.getKey(), value);
        case "delaiInactivite" -> idleDelay = seconds(setting.getKey(), value);
        case "identifiantFacturation" ->
            billing = new Billing(value, billing.sector(), billing.speciality());
        case "secteurActivite" ->
            billing = new Billing(billing.identifier(), value, billing.speciality());
        case "cleAnnuaire" -> directoryKey = value;
        case "codeSpecialite" ->
            billing = new Billing(billing.identifier(), billing.sector(), value);
        default ->
            throw new InputRefused(
                "Réglage inconnu : « "
                    + setting.getKey()
                    + " ». Réglages acceptés : clientPsc, delaiConnexion, delaiInactivite,"
                    + " identifiantFacturation, secteurActivite, codeSpecialite, cleAnnuaire.");
      }
    }
    return new Settings(pscClient, personDelay, idleDelay, billing, directoryKey);
  }

  /** The login settings with those chosen here in place. */
  LoginSettings over(LoginSettings usual) {
    return personDelay == null
        ? usual
        : new LoginSettings(
            usual.clock(),
            usual.random(),
            usual.patience(),
            personDelay,
            usual.invitation(),
            usual.pause());
  }

  private static Duration seconds(String name, String value) {
    if (!value.matches("\\d{1,4}")) {
      throw new InputRefused("« " + name + " » est un nombre entier de secondes.");
    }
    return Duration.ofSeconds(Integer.parseInt(value));
  }
}
