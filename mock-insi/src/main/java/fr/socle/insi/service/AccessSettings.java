package fr.socle.insi.service;

import fr.socle.bench.introspection.IntrospectionSettings;
import java.time.Duration;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How INSi looks at assertions and tokens in one space.
 *
 * @param assertionLife {@code insi.assertion-life}: how long the assertion of a professional is
 *     good, in seconds; an hour (insi.md 2.3, developer comment)
 * @param vitaleLife {@code insi.vitale-life}: the same for a Vitale assertion; 20 minutes (S:11)
 * @param skew {@code insi.assertion-skew}: how far in the future an assertion may be dated, in
 *     seconds; five minutes (A)
 * @param token {@code insi.psc-token}: what is done with the token of Pro Santé Connect
 * @param introspection whom to ask about tokens; null to ask nobody
 */
public record AccessSettings(
    Duration assertionLife,
    Duration vitaleLife,
    Duration skew,
    TokenUse token,
    @Nullable IntrospectionSettings introspection) {

  /** What is done with the token: how it travels is not sourced (insi.md 2.3 (A)). */
  public enum TokenUse {
    /** Accepted, as its absence is; introspected when it is there. */
    FACULTATIF,
    /** Its absence is refused. */
    EXIGE,
    /** Not looked at. */
    IGNORE
  }

  static AccessSettings read(BinaryOperator<String> setting) {
    return new AccessSettings(
        seconds(setting, "insi.assertion-life", 3600),
        seconds(setting, "insi.vitale-life", 1200),
        seconds(setting, "insi.assertion-skew", 300),
        TokenUse.valueOf(
            SettingChoice.of(setting, "insi.psc-token", "facultatif", "exige", "ignore")
                .toUpperCase(java.util.Locale.ROOT)),
        IntrospectionSettings.read("insi", setting));
  }

  private static Duration seconds(BinaryOperator<String> setting, String name, int byDefault) {
    String value = setting.apply(name, Integer.toString(byDefault)).strip();
    if (!value.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(
          "Réglage " + name + "=" + value + " : écrivez un nombre de secondes, supérieur à 0.");
    }
    return Duration.ofSeconds(Long.parseLong(value));
  }
}
